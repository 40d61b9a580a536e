import Glibc
import System
import Testing

struct ChildProcessTests {
    @Test(arguments: [0, 3, 255])
    func `the status is the one that the program returned`(status: Int32) throws {
        let child = try shell("exit \(status)")
        #expect(try child.wait() == .exited(status))
        #expect(try child.wait() == .exited(status))
    }

    @Test func `a signal that is sent ends the program`() throws {
        let child = try shell("exec sleep 60")
        #expect(try child.endingIfOver() == nil)
        try child.send(.terminate)
        #expect(try child.wait() == .killed(signal: SIGTERM))
        // Its number may be another's by now.
        try child.send(.terminate)
    }

    @Test func `a program that is not there is an error that names it`() {
        let error = #expect(throws: SystemError.self) {
            try ChildProcess(executable: "/no/such/program", arguments: [])
        }
        #expect(error?.description == "cannot start /no/such/program: No such file or directory")
    }

    @Test func `arguments, environment and descriptors arrive as given`() throws {
        let pipe = try FileDescriptor.pipe()
        let child = try ChildProcess(
            executable: "/bin/sh", arguments: ["-c", #"printf '%s|%s|%s' "$1" "$COLOUR" "$HOME""#, "sh", "two words"],
            environment: ["COLOUR": "teal"], descriptors: [1: pipe.writing.rawValue])
        let output = pipe.closingWriting()
        #expect(try String(decoding: output.readAll(limit: 1_000), as: UTF8.self) == "two words|teal|")
        #expect(try child.wait() == .exited(0))
    }

    @Test func `signals that we block or ignore have their usual meaning in the program`() throws {
        Signals.ignoreBrokenPipes()
        let ending = Lock<ChildProcess.Ending?>(nil)
        let thread = try Thread(name: "blocker") {
            Signals.block([.terminate])
            let child = try? ChildProcess(executable: "/bin/sh", arguments: ["-c", "kill -TERM $$; exit 7"])
            ending.withLock { $0 = try? child?.wait() }
        }
        thread.join()
        #expect(ending.withLock { $0 } == .killed(signal: SIGTERM))
        #expect(try shell("kill -PIPE $$; exit 7").wait() == .killed(signal: SIGPIPE))
    }

    @Test func `our other descriptors are not passed on`() throws {
        let pipe = try FileDescriptor.pipe()
        let child = try shell("test ! -e /proc/self/fd/\(pipe.writing.rawValue)")
        #expect(try child.wait() == .exited(0))
    }

    private func shell(_ script: String) throws -> ChildProcess {
        try ChildProcess(executable: "/bin/sh", arguments: ["-c", script])
    }
}
