import Glibc

/// What a service tells whoever started it, in the way of sd_notify(3). systemd restarts the responders one after the other, and
/// has to know when the first answers; one that says nothing any more is ended and started again.
public enum ServiceManager {
    /// How often it wants to hear that this process goes on: twice in the time after which it would end it. Nil where it does not
    /// listen for that.
    public static var watchInterval: Duration? {
        guard Environment.value("NOTIFY_SOCKET") != nil,
            let patience = Environment.value("WATCHDOG_USEC").flatMap({ Int64($0) }), patience > 0
        else { return nil }
        // Meant for a parent, which has handed its variables on.
        if let number = Environment.value("WATCHDOG_PID"), number != "\(getpid())" { return nil }
        return .microseconds(patience / 2)
    }

    /// Says that from now on requests are answered; nothing where nobody wants to know. Throws `SystemError`.
    public static func tellReady() throws(SystemError) {
        try tell("READY=1")
    }

    /// Says that this process goes on. Throws `SystemError`.
    public static func tellAlive() throws(SystemError) {
        try tell("WATCHDOG=1")
    }

    private static func tell(_ message: String) throws(SystemError) {
        guard let path = Environment.value("NOTIFY_SOCKET") else { return }
        try send(message, to: path)
    }

    /// Sends one message to the datagram socket at `path`. Throws `SystemError`.
    package static func send(_ message: String, to path: String) throws(SystemError) {
        let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        let socket = try UnixSocket.make(path: path, kind: kind)
        let bytes = Array(message.utf8)
        let sent = try unsafe UnixSocket.withAddress(path) {
            unsafe sendto(socket.rawValue, bytes, bytes.count, 0, $0, $1)
        }
        guard sent == bytes.count else { throw .last("tell the service manager at", path: path) }
    }
}
