import DatabaseProxy
import System
import Trials

/// Schemas that `shortpulse-ingest migrate` makes, each step of which the trial is asked about.
final class MigrationTrial: Sendable {
    let course = Course()
    private let proxy: DatabaseProxy
    private let folder: TemporaryFolder
    private let database: PrivateDatabase
    private let schema = "m" + Hexadecimal.text(SecureRandom.bytes(8))
    private let startCount = Lock(0)

    init(in database: PrivateDatabase) throws {
        self.database = database
        folder = try TemporaryFolder()
        proxy = try DatabaseProxy(in: folder.path, to: database.socket) { [course] in course.pass(.database($0)) }
    }

    deinit {
        // The database is thrown away in the end, with or without them.
        try? Ledger(schema: schema, address: database.address).drop()
        try? Ledger(schema: "\(schema)_sample", address: database.address).drop()
    }

    /// Starts `shortpulse-ingest migrate`.
    func start() throws -> IngestProgram {
        let number = startCount.withLock { count in
            count += 1
            return count
        }
        let settings = ["DATABASE_URL": proxy.address, "SHORTPULSE_SCHEMA": schema]
        return try IngestProgram(["migrate"], settings: settings, in: folder.path, log: "migrate\(number).log")
    }

    /// Runs it, kills it when it comes to the step of that number, and says at what.
    func kill(at step: Int) throws -> String? {
        let program = Lock<IngestProgram?>(nil)
        let seen = Lock<String?>(nil)
        course.begin { number, what in
            if seen.withLock({ $0 != nil }) { return .cut }
            guard number == step else { return .pass }
            seen.withLock { $0 = "\(what)" }
            // Should that fail, the schemas are found complete.
            try? program.wait { $0 }?.kill()
            return .cut
        }
        let started = try start()
        program.withLock { $0 = started }
        _ = try started.end()
        return seen.withLock(\.self)
    }

    /// All that the schemas are, with which migrations they say they have, as SQL.
    func definition() throws -> String {
        // The list of migrations tells a time, which is no part of this.
        let list = try ["", "_sample"].map { suffix in
            try Ledger(schema: schema + suffix, address: database.address).migrations().joined(separator: ",")
        }
        let log = "\(folder.path)/dump"
        let dump = try ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c", #"exec pg_dump --dbname="$0" --schema-only --schema="$1" --schema="$1_sample" >"$2" 2>&1"#,
                database.address, schema, log,
            ])
        let ending = try dump.wait()
        let text = String(decoding: try File.read(log, limit: 1 << 22), as: UTF8.self)
        if text.contains("no matching schemas") { return "none" }
        guard ending == .exited(0) else { throw Failure("pg_dump: \(text)") }
        // A newer pg_dump begins and ends with a word drawn by lot.
        let lines = text.replacing(schema, with: "schema").split(separator: "\n").filter {
            !$0.contains("restrict ")
        }
        return (list + lines.map(String.init)).joined(separator: "\n")
    }
}
