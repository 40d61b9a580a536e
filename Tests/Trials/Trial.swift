import DatabaseProxy
import Postgres
package import System

/// One actor, one schema, and whatever programs work on them, each step of which the trial is asked about.
package final class Trial: Sendable {
    package let course = Course()
    package let remote: Remote
    package let ledger: Ledger
    private let proxy: DatabaseProxy
    /// Where its programs run.
    package let folder: TemporaryFolder
    private let settings: [String: String]
    private let startCount = Lock(0)

    /// Made anew in `database`: a schema, migrated, and an actor that brings `dataset`.
    package init(_ dataset: RemoteDataset, patience: Int = 2, in database: PrivateDatabase) throws {
        let schema = "t" + Hexadecimal.text(SecureRandom.bytes(8))
        folder = try TemporaryFolder()
        proxy = try DatabaseProxy(in: folder.path, to: database.socket) { [course] in course.pass(.database($0)) }
        remote = try Remote(dataset, patience: patience, course: course)
        settings = [
            "DATABASE_URL": proxy.address, "SHORTPULSE_SCHEMA": schema, "APIFY_API_TOKEN": remote.token,
            "APIFY_ACTOR_ID": Remote.actor, "APIFY_API_BASE": remote.url, "APIFY_INPUT_JSON": "{}",
        ]
        ledger = Ledger(schema: schema, address: database.address)
        try IngestProgram.run(["migrate"], settings: settings, in: folder.path)
    }

    deinit {
        // The database is thrown away in the end, with or without it.
        try? ledger.drop()
    }

    /// Starts `shortpulse-ingest run`, or another command of it; `wrapper` comes before it.
    package func start(_ arguments: [String] = ["run"], under wrapper: [String] = []) throws -> IngestProgram {
        let number = startCount.withLock { count in
            count += 1
            return count
        }
        return try IngestProgram(
            arguments, settings: settings, in: folder.path, log: "run\(number).log", under: wrapper)
    }

    /// Runs it undisturbed to its end.
    package func run(
        _ arguments: [String] = ["run"], under wrapper: [String] = []
    ) throws -> (ending: ChildProcess.Ending, output: String) {
        course.begin()
        let program = try start(arguments, under: wrapper)
        return (try program.end(), try program.output)
    }
}
