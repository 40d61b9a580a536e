import Glibc
import System
import Testing

struct UnixSocketTests {
    @Test func `what one side writes the other reads`() throws {
        let path = TemporaryPath()
        let listener = try UnixSocket.listen(path: path.text)
        let client = try UnixSocket.connect(path: path.text, timeout: .seconds(5))
        let server = try UnixSocket.accept(on: listener)
        try client.write("question")
        try client.finishWriting()
        #expect(try server.readAll(limit: 100) == Array("question".utf8))
        try server.write("answer")
        #expect(try client.read(atMost: 100) == Array("answer".utf8))
    }

    @Test func `the socket's file has the mode asked for`() throws {
        let path = TemporaryPath()
        let listener = try UnixSocket.listen(path: path.text, mode: 0o660)
        var status = stat()
        #expect(unsafe stat(path.text, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        _ = listener.rawValue
    }

    @Test func `a path of 107 bytes is taken, a longer one refused with its length`() throws {
        let base = TemporaryPath().text
        let longest = base + String(repeating: "x", count: 107 - base.utf8.count)
        _ = try UnixSocket.listen(path: longest)
        unsafe unlink(longest)
        let error = #expect(throws: SystemError.self) { _ = try UnixSocket.listen(path: longest + "y") }
        let reason = "a socket's path is at most 107 bytes, this one is 108"
        #expect(error?.description == "cannot use socket \(longest)y: \(reason)")
    }

    @Test func `a socket left by a dead listener is replaced, a living listener's is not`() throws {
        let path = TemporaryPath()
        _ = try UnixSocket.listen(path: path.text)
        let living = try UnixSocket.listen(path: path.text)
        let error = #expect(throws: SystemError.self) { _ = try UnixSocket.listen(path: path.text) }
        #expect(error?.code == EADDRINUSE)
        #expect(UnixSocket.isListening(living.rawValue))
    }

    @Test func `a file that is no socket is not replaced`() throws {
        let path = TemporaryPath()
        try File.write(Array("kept".utf8), to: path.text)
        #expect(throws: SystemError.self) { _ = try UnixSocket.listen(path: path.text) }
        #expect(try File.read(path.text, limit: 10) == Array("kept".utf8))
    }

    @Test func `nobody there is told from nothing there`() throws {
        let path = TemporaryPath()
        let missing = #expect(throws: SystemError.self) {
            _ = try UnixSocket.connect(path: path.text, timeout: .seconds(1))
        }
        #expect(missing?.isNotFound == true)
        _ = try UnixSocket.listen(path: path.text)
        let refused = #expect(throws: SystemError.self) {
            _ = try UnixSocket.connect(path: path.text, timeout: .seconds(1))
        }
        #expect(refused?.isRefused == true)
    }

    @Test func `a silent peer is a time-out, for reading and for connecting`() throws {
        let path = TemporaryPath()
        let listener = try UnixSocket.listen(path: path.text, backlog: 0)
        let client = try UnixSocket.connect(path: path.text, timeout: .milliseconds(20))
        let unread = #expect(throws: SystemError.self) { try client.borrowed.read(atMost: 1) }
        #expect(unread?.isTimeout == true)
        let unaccepted = #expect(throws: SystemError.self) {
            _ = try UnixSocket.connect(path: path.text, timeout: .milliseconds(20))
        }
        #expect(unaccepted?.description == "cannot connect to \(path.text): timed out")
        _ = listener.rawValue
    }

    @Test func `only a listening socket is one`() throws {
        let path = TemporaryPath()
        let listener = try UnixSocket.listen(path: path.text)
        let client = try UnixSocket.connect(path: path.text, timeout: .seconds(1))
        let pipe = try FileDescriptor.pipe()
        #expect(UnixSocket.isListening(listener.rawValue))
        #expect(!UnixSocket.isListening(client.rawValue))
        #expect(!UnixSocket.isListening(pipe.reading.rawValue))
        #expect(!UnixSocket.isListening(-1))
    }
}
