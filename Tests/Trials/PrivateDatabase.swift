import DatabaseProxy
import System

/// A PostgreSQL that belongs to a test, which may restart it; gone with its owner.
package final class PrivateDatabase: Sendable {
    /// The folder of its socket.
    package let folder: String
    private let process: ChildProcess
    /// What it is asked through; nil when it shall end.
    private let requests: Lock<Pipe?>
    private let answers: FileDescriptor

    /// With a `size`, as of `64m`, all of it lies on a file system in memory that has no room for more; only root may have one.
    package init(size: String? = nil) throws {
        let requests = try FileDescriptor.pipe()
        let answers = try FileDescriptor.pipe()
        process = try ChildProcess(
            executable: "\(IngestProgram.checkout)/Tests/Trials/private-database", arguments: size.map { [$0] } ?? [],
            descriptors: [0: requests.reading.rawValue, 1: answers.writing.rawValue])
        self.answers = answers.closingWriting()
        self.requests = Lock(requests)
        folder = try Self.line(from: self.answers)
    }

    deinit {
        requests.withLock { $0 = nil }
        // Should that fail, there is nobody left to tell.
        _ = try? process.wait()
    }

    /// As the program's `DATABASE_URL` has it.
    package var address: String { DatabaseProxy.address(inFolder: folder) }

    /// Where it listens.
    package var socket: String { DatabaseProxy.socket(inFolder: folder) }

    /// Restarts it at once, with these settings besides its own, and returns when it can be used again.
    package func restart(with settings: [String: String] = [:]) throws {
        try ask("restart", settings)
    }

    /// Ends it at once.
    package func stop() throws { try ask("stop") }

    /// Starts it again after `stop`.
    package func start() throws { try ask("start") }

    private func ask(_ what: String, _ settings: [String: String] = [:]) throws {
        let words = [what] + settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0)=\($1)"] }
        try requests.withLock { try $0?.writing.write(words.joined(separator: " ") + "\n") }
        let answer = try Self.line(from: answers)
        guard answer == "ready" else { throw Failure("PostgreSQL did not \(what): \(answer)") }
    }

    private static func line(from answers: borrowing FileDescriptor) throws -> String {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            let bytes = try answers.read(atMost: 1)
            guard !bytes.isEmpty else { throw Failure("the test's PostgreSQL has ended") }
            line += bytes
        }
        return String(decoding: line.dropLast(), as: UTF8.self)
    }
}

/// What a test needs and does not have.
package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
