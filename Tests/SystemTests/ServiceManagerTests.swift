import Glibc
import System
import Testing

/// What a service tells systemd.
struct ServiceManagerTests {
    @Test func `a message comes as one datagram`() throws {
        let path = TemporaryPath()
        let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(receiver) }
        try #require(try bound(receiver, to: path.text))
        try ServiceManager.send("READY=1", to: path.text)
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe recv(receiver, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        #expect(count >= 0 && String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "READY=1")
    }

    @Test func `a service manager that is gone is an error that names its socket`() {
        let path = TemporaryPath()
        let error = #expect(throws: SystemError.self) { try ServiceManager.send("READY=1", to: path.text) }
        #expect(error?.description.contains(path.text) == true)
    }

    @Test func `nobody is told where nobody wants to know`() async {
        await #expect(processExitsWith: .success) {
            unsafe unsetenv("NOTIFY_SOCKET")
            try ServiceManager.tellReady()
        }
    }

    private func bound(_ socket: Int32, to path: String) throws -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
