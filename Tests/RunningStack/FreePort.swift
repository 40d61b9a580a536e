import Glibc
import System

/// Ports of this machine's loopback address.
package enum FreePort {
    /// One that the kernel had free just now.
    package static func next() throws -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try check(listener >= 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(listener, address, size) == 0 && getsockname(listener, address, &size) == 0
            }
        }
        try check(result)
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// The first of two in a row, both of which are free just now.
    package static func pair() throws -> Int {
        while true {
            let port = try next()
            if port < 65_535, try isFree(port + 1) { return port }
        }
    }

    private static func isFree(_ port: Int) throws -> Bool {
        try Program.run("/bin/bash", ["-c", "! (exec 3<>/dev/tcp/127.0.0.1/\(port)) 2>/dev/null"]).ending == .exited(0)
    }

    private static func check(_ succeeded: Bool) throws {
        if !succeeded { throw SystemError("find a free port", code: errno, path: nil) }
    }
}
