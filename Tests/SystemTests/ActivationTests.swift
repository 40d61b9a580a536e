import Glibc
import System
import Testing

/// What systemd hands over, each time in a process of its own, whose variables these are.
struct ActivationTests {
    @Test func `the socket that systemd opened is taken over, and is closed in programs started later`() async {
        await #expect(processExitsWith: .success) {
            let path = TemporaryPath()
            Announcement(count: "1").make(with: try UnixSocket.listen(path: path.text).release())
            let listener = try #require(try activated())
            let client = try UnixSocket.connect(path: path.text, timeout: .seconds(5))
            try client.write("request")
            try client.finishWriting()
            let server = try UnixSocket.accept(on: listener)
            try #require(try server.readAll(limit: 100) == Array("request".utf8))
            let child = try ChildProcess(executable: "/bin/sh", arguments: ["-c", "test ! -e /proc/self/fd/300"])
            try #require(try child.wait() == .exited(0))
        }
    }

    @Test(arguments: [
        Announcement(process: nil, count: nil), Announcement(process: nil, count: "1"),
        Announcement(process: "1", count: "1"), Announcement(process: "", count: "1"),
        Announcement(process: "init", count: "1"), Announcement(count: nil), Announcement(count: "0"),
    ])
    func `what is for another process, or nothing, is left alone`(announcement: Announcement) async {
        await #expect(processExitsWith: .success) { [announcement] in
            let path = TemporaryPath()
            announcement.make(with: try UnixSocket.listen(path: path.text).release())
            try #require(try activated() == nil)
            try #require(UnixSocket.isListening(Announcement.first))
        }
    }

    @Test func `of two sockets both are taken over, in their order, and one alone is refused`() async {
        await #expect(processExitsWith: .success) {
            let first = TemporaryPath()
            let second = TemporaryPath()
            Announcement(count: "2").make(
                with: try UnixSocket.listen(path: first.text).release(),
                try UnixSocket.listen(path: second.text).release())
            let pair = try #require(try UnixSocket.activatedPair(from: Announcement.first))
            for (path, listener) in [(first.text, pair.first), (second.text, pair.second)] {
                let client = try UnixSocket.connect(path: path, timeout: .seconds(5))
                try client.write(path)
                try client.finishWriting()
                let server = try UnixSocket.accept(on: listener)
                try #require(try server.readAll(limit: 1_000) == Array(path.utf8))
            }
        }
        await #expect(processExitsWith: .success) {
            let path = TemporaryPath()
            Announcement(count: "1").make(with: try UnixSocket.listen(path: path.text).release())
            let error = #expect(throws: SystemError.self) { try UnixSocket.activatedPair(from: Announcement.first) }
            try #require("\(try #require(error))".contains("two were expected, and LISTEN_FDS is 1"))
        }
    }

    @Test(arguments: ["2", "-1", "many", ""])
    func `more than one socket is an error that says so`(count: String) async {
        await #expect(processExitsWith: .success) { [count] in
            let path = TemporaryPath()
            Announcement(count: count).make(with: try UnixSocket.listen(path: path.text).release())
            try requireRefusal(because: "one was expected, and LISTEN_FDS is \(count)")
        }
    }

    @Test func `a descriptor that is no listening socket is an error that says so`() async {
        await #expect(processExitsWith: .success) {
            let pipe = try FileDescriptor.pipe()
            Announcement(count: "1").make(with: pipe.reading.rawValue)
            try requireRefusal(because: "descriptor 300 is no socket on which connections can be accepted")
        }
    }

    @Test func `a socket that the network can reach is refused`() async {
        await #expect(processExitsWith: .success) {
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            try #require(listen(listener, 1) == 0)
            Announcement(count: "1").make(with: listener)
            try requireRefusal(because: "it has no path; ListenStream= must be one")
        }
    }
}

/// The variables that systemd sets; nil where one is not set.
struct Announcement: Codable {
    /// `$$` stands for the process that is told.
    var process: String? = "$$"
    var count: String?

    /// systemd begins at 3, which the testing library may have in use in this process.
    static let first: Int32 = 300

    /// Makes it seem to this process that systemd has started it, and hands over `descriptors`.
    func make(with descriptors: Int32...) {
        set("LISTEN_PID", process == "$$" ? "\(getpid())" : process)
        set("LISTEN_FDS", count)
        for (offset, descriptor) in descriptors.enumerated() { dup2(descriptor, Self.first + Int32(offset)) }
    }

    private func set(_ name: String, _ value: String?) {
        if let value { unsafe setenv(name, value, 1) } else { unsafe unsetenv(name) }
    }
}

/// The number of what was taken over; it stays open for the rest of the process.
private func activated() throws -> Int32? {
    try UnixSocket.activated(from: Announcement.first)?.release()
}

private func requireRefusal(because reason: String) throws {
    let error = #expect(throws: SystemError.self) { try activated() }
    try #require(error?.description == "cannot take over systemd's socket: \(reason)")
}
