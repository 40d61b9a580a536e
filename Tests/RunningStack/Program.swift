package import System

/// A program that was run to its end.
package struct Program {
    package let ending: ChildProcess.Ending
    /// What it said, on both streams.
    package let output: String

    /// Runs `executable`, which sees these variables besides `PATH`, in the folder `folder`.
    package static func run(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:], in folder: String = "/"
    ) throws -> Program {
        let pipe = try FileDescriptor.pipe()
        let child = try start(
            executable, arguments, environment: environment, in: folder, output: pipe.writing.rawValue)
        let output = try pipe.closingWriting().readAll(limit: 1 << 26)
        return Program(ending: try child.wait(), output: String(decoding: output, as: UTF8.self))
    }

    /// Starts it, with `output` for both of its streams.
    package static func start(
        _ executable: String, _ arguments: [String], environment: [String: String], in folder: String = "/",
        output: Int32
    ) throws -> ChildProcess {
        var environment = environment
        environment["PATH"] = Environment.value("PATH")
        return try ChildProcess(
            executable: "/usr/bin/env", arguments: ["--chdir=\(folder)", executable] + arguments,
            environment: environment,
            descriptors: [1: output, 2: output])
    }
}
