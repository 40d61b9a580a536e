import Glibc
import System

/// Where a test hears what a service tells its manager, in systemd's place.
package struct ServiceManagerSocket: ~Copyable {
    /// For `NOTIFY_SOCKET`.
    package let path: String
    private let number: Int32

    /// Listens at `path`, where nothing may be yet.
    package init(path: String) throws {
        self.path = path
        number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let isBound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound else { throw StackFailure(output: "\(path) cannot be listened at") }
    }

    deinit {
        close(number)
    }

    /// The next message; nil where none comes within `limit`.
    package func next(within limit: Duration) -> String? {
        var descriptor = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&descriptor, 1, Int32(limit.nanoseconds / 1_000_000)) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = unsafe recv(number, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
