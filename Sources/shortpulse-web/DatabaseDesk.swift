import Postgres
import Reels
import RunRequests
import Site
import Snapshots
import Storage

/// The site's way to the bookkeeping of runs and to `shortpulse-ingest listen`: a connection a question, each with a second to
/// be made and a second a statement.
struct DatabaseDesk: IngestionDesk {
    private let database: Database
    private let schema: Schema
    private let listenSocketPath: String?
    private let note: @Sendable (any Error) -> Void

    private static let deadline = 1_000

    /// - Parameter note: takes every error of the database, to be counted.
    init(
        database: Database, schema: Schema, listenSocketPath: String?, note: @escaping @Sendable (any Error) -> Void
    ) {
        self.note = note
        var database = database
        database.connectDeadline = Self.deadline
        database.statementDeadline = Self.deadline
        self.database = database
        self.schema = schema
        self.listenSocketPath = listenSocketPath
    }

    func databaseIsReachable() -> Bool {
        do {
            let connection = try database.connect()
            try connection.execute("-- health.ping\nSELECT 1")
            return true
        } catch {
            note(error)
            return false
        }
    }

    func status() throws(DataUnavailable) -> IngestionStatus {
        try ask { try StatusReader(schema: schema).status($0) }
    }

    func runs(limit: Int, after cursor: RunCursor?) throws(DataUnavailable) -> [Run] {
        try ask { try RunStore(schema: schema).newest(limit: limit, after: cursor.map { ($0.startedAt, $0.id) }, $0) }
    }

    func run(id: String) throws(DataUnavailable) -> Run? {
        try ask { try RunStore(schema: schema).run(id: id, $0) }
    }

    func figures() throws(DataUnavailable) -> IngestionFigures {
        try ask { try FiguresReader(schema: schema).figures($0) }
    }

    func requestRun() throws(DataUnavailable) -> RunRequestOutcome {
        guard let listenSocketPath else {
            return .unavailable(reason: "SHORTPULSE_LISTEN_SOCKET is not set, so there is nobody to ask.")
        }
        switch ListenClient(socketPath: listenSocketPath).requestRun() {
        case .accepted(let id): return .accepted(runID: id)
        case .busy(let id): return .busy(runID: id)
        case .noCredentials: return .noCredentials
        case .refused(let reason): return .unavailable(reason: reason)
        }
    }

    private func ask<Answer>(_ question: (borrowing Connection) throws -> Answer) throws(DataUnavailable) -> Answer {
        do {
            let connection = try database.connect()
            return try question(connection)
        } catch {
            note(error)
            throw DataUnavailable.because(error, Log.trouble)
        }
    }
}
