import Glibc

/// What a service tells whoever started it, in the way of sd_notify(3). systemd restarts the responders one after the other, and
/// has to know when the first answers.
public enum ServiceManager {
    /// Says that from now on requests are answered; nothing where nobody wants to know. Throws `SystemError`.
    public static func tellReady() throws(SystemError) {
        guard let path = Environment.value("NOTIFY_SOCKET") else { return }
        try send("READY=1", to: path)
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
