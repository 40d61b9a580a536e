package import System

/// `shortpulse-ingest` as it is installed, started with settings of its own and no others.
package final class IngestProgram: Sendable {
    /// The checkout that these tests are part of.
    package static let checkout = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    private let process: ChildProcess
    private let log: String
    private let ending = Lock<ChildProcess.Ending?>(nil)

    /// Starts it in `folder`, where no `.env` is; what it says goes to the file `log` there. The words of `wrapper` come before
    /// it: a program that becomes it under other conditions.
    package init(
        _ arguments: [String], settings: [String: String], in folder: String, log: String, under wrapper: [String] = []
    ) throws {
        self.log = "\(folder)/\(log)"
        let path = "\(Self.checkout)/.build/release/shortpulse-ingest"
        // The shell becomes the program, so that a signal to the child is one to the program.
        process = try ChildProcess(
            executable: "/bin/sh",
            arguments: ["-c", #"cd "$1"; log=$2; shift 2; exec "$@" >"$log" 2>&1"#, "sh", folder, log] + wrapper
                + [path] + arguments,
            environment: settings)
        _ = try Thread(name: "waiting") { [process, ending] in
            // Waiting fails for a child that is none; the test then says that the program did not end.
            let seen = try? process.wait()
            ending.withLock { $0 = seen }
        }
    }

    /// Its number.
    package var identifier: Int32 { process.identifier }

    /// Ends it without asking it, and returns when it is gone.
    package func kill() throws {
        try process.send(.kill)
        _ = try end()
    }

    /// How it ended. One that works on for two minutes is stuck.
    package func end() throws -> ChildProcess.Ending {
        if let ending = ending.wait(for: .seconds(120), until: { $0 }) { return ending }
        try process.send(.kill)
        throw Failure("shortpulse-ingest did not end; it said: \(try output)")
    }

    /// What it said, on both streams.
    package var output: String {
        get throws { String(decoding: try File.read(log, limit: 1 << 20), as: UTF8.self) }
    }

    /// Runs it to its end; a failure is an error.
    package static func run(_ arguments: [String], settings: [String: String], in folder: String) throws {
        let program = try IngestProgram(arguments, settings: settings, in: folder, log: "command.log")
        guard try program.end() == .exited(0) else { throw Failure(try program.output) }
    }
}
