import Glibc
import System

/// Ports of this machine's loopback address. A program that a test starts binds its port some seconds after it was
/// chosen, so they are drawn from below those that Linux gives to outgoing connections (`ip_local_port_range`, from
/// 32768): one of that kind is taken again by whatever calls out next.
package enum FreePort {
    private static let range = 12_000..<32_000

    /// One that was free just now.
    package static func next() throws -> Int {
        while true {
            let port = Int.random(in: range)
            if try isFree(port) { return port }
        }
    }

    /// The first of two in a row, both of which were free just now.
    package static func pair() throws -> Int {
        while true {
            let port = try next()
            if try isFree(port + 1) { return port }
        }
    }

    private static func isFree(_ port: Int) throws -> Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard probe >= 0 else { throw SystemError("find a free port", code: errno, path: nil) }
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(probe, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
