import DatabaseProxy
import System

/// A PostgreSQL that belongs to a test, which may restart it; gone with its owner.
final class PrivateDatabase: Sendable {
    /// The folder of its socket.
    let folder: String
    private let process: ChildProcess
    /// What it is asked through; nil when it shall end.
    private let requests: Lock<Pipe?>
    private let answers: FileDescriptor

    init() throws {
        let requests = try FileDescriptor.pipe()
        let answers = try FileDescriptor.pipe()
        process = try ChildProcess(
            executable: "\(IngestProgram.checkout)/Tests/ResumeTests/private-database", arguments: [],
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
    var address: String { DatabaseProxy.address(inFolder: folder) }

    /// Where it listens.
    var socket: String { DatabaseProxy.socket(inFolder: folder) }

    /// Restarts it at once, and returns when it can be used again.
    func restart() throws {
        try requests.withLock { try $0?.writing.write("\n") }
        let answer = try Self.line(from: answers)
        guard answer == "ready" else { throw Failure("PostgreSQL did not come back: \(answer)") }
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
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
