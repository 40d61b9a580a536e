import System
import Testing

struct EnvironmentTests {
    @Test func `a variable is the same alone and among all`() {
        let path = Environment.value("PATH")
        #expect(path != nil)
        #expect(Environment.all()["PATH"] == path)
        #expect(Environment.value("NO_SUCH_VARIABLE_HERE") == nil)
    }

    @Test func `a value may hold equals signs and be empty`() throws {
        let pipe = try FileDescriptor.pipe()
        let child = try ChildProcess(
            executable: "/usr/bin/env", arguments: [], environment: ["A": "b=c=d", "EMPTY": ""],
            descriptors: [1: pipe.writing.rawValue])
        let output = pipe.closingWriting()
        let lines = try String(decoding: output.readAll(limit: 1_000), as: UTF8.self).split(separator: "\n")
        #expect(Set(lines) == ["A=b=c=d", "EMPTY="])
        #expect(try child.wait() == .exited(0))
    }

    @Test(arguments: [(Int64(CurrentProcess.identifier), true), (1, true), (0, false), (-1, false), (.max, false)])
    func `a running process exists, and no other`(identifier: Int64, expected: Bool) {
        #expect(RunningProcess.exists(identifier) == expected)
    }

    @Test func `a process that has ended does not exist, waited for or not`() throws {
        let child = try ChildProcess(executable: "/bin/sleep", arguments: ["600"])
        let number = Int64(child.identifier)
        #expect(RunningProcess.exists(number))
        try child.send(.kill)
        // Its end takes the kernel a moment; until somebody waits for it, it stays in the process table.
        for _ in 0..<1_000 where RunningProcess.exists(number) { Thread.pause(for: .milliseconds(5)) }
        #expect(!RunningProcess.exists(number))
        _ = try child.wait()
        #expect(!RunningProcess.exists(number))
    }

    @Test func `the process knows itself`() throws {
        #expect(CurrentProcess.identifier > 1)
        #expect(!CurrentProcess.hostName.isEmpty)
        #expect(try CurrentProcess.executablePath().hasPrefix("/"))
    }
}
