public import Postgres
public import Reels

/// Stores what a run brought, in the transaction of its caller: items, observations, latest state, and the run's end.
public struct RunWriter: Sendable {
    let schema: Schema

    /// Into one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Takes in a run's items, one by one, in flat memory, until `next` gives none.
    ///
    /// - Returns: the items' fates; items, observations and latest state hold them when the caller commits.
    public func store(
        runID: String, scrapedAtIsExact: Bool, surface: String, _ connection: borrowing Connection,
        next: () throws -> IncomingItem?
    ) throws -> ItemCounts {
        // A transaction's own limit, which a pooler allows: the items may come over a slow network while COPY waits.
        try connection.execute("-- ingest.patience\nSET LOCAL statement_timeout = 0")
        try connection.execute(Statement.incomingTable.query(schema))
        try copy(connection, next)
        return try settle(runID, scrapedAtIsExact, surface, connection, items: .incomingToItems)
    }

    /// Decides the fate of each row of `incoming`, and carries all of them to where they belong; `items` is the statement for the
    /// items themselves.
    func settle(
        _ runID: String, _ scrapedAtIsExact: Bool, _ surface: String, _ connection: borrowing Connection,
        items: Statement
    ) throws -> ItemCounts {
        try ensurePartitions(connection)
        // What the joins go by, and from few rows: all of the wide ones would take as long as the joins themselves.
        try connection.execute("-- ingest.sample\nSET LOCAL default_statistics_target = 10")
        try connection.execute("-- ingest.analyze\nANALYZE incoming (ordinal, reel_id, platform, scraped_at)")
        try connection.execute(Statement.incomingStored.query(schema))
        try connection.execute(Statement.incomingNew.query(schema))
        // Otherwise the wide rows are hashed, and spilled to disk, rather than these numbers.
        try connection.execute("-- ingest.analyze_new\nANALYZE incoming_new")
        let counts = try count(connection)
        try connection.execute(items.query(schema, runID))
        let isExact = scrapedAtIsExact ? "t" : "f"
        let stored = try connection.execute(Statement.incomingToEvents.query(schema, runID, isExact, surface))
        guard Int64(stored.affectedCount) == counts.observed else {
            throw StorageError.countMismatch(expected: counts.observed, stored: Int64(stored.affectedCount))
        }
        try connection.execute(Statement.incomingToLatestState.query(schema, runID, isExact, surface))
        return counts
    }

    /// What observations from files say they came from.
    public static let importSurface = "import"

    /// Sends when so much has gathered: less than a socket holds, so that the server takes one batch in while the next is
    /// being decoded.
    static let batchBytes = 64 * 1024

    private func copy(_ connection: borrowing Connection, _ next: () throws -> IncomingItem?) throws {
        var ordinal: Int64 = 0
        try connection.copyIn("-- ingest.copy\nCOPY incoming FROM STDIN (FORMAT binary)") { writer in
            while writer.bytes.count < Self.batchBytes {
                guard let item = try next() else { return false }
                writer.write(item, ordinal: ordinal)
                ordinal += 1
            }
            return true
        }
    }

    /// Makes the partitions for what came, where a month's is not there yet: that of an old import. It locks the table against
    /// readers until the transaction ends; the coming months' are made ahead of time.
    private func ensurePartitions(_ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- ingest.partitions
            SELECT \(unescaped: schema.quoted).ensure_events_partition(scraped_at)
            FROM (SELECT DISTINCT scraped_at FROM incoming WHERE reason_code IS NULL) AS times
            """)
    }

    private func count(_ connection: borrowing Connection) throws -> ItemCounts {
        let rows = try connection.execute(
            """
            -- ingest.count
            SELECT count(*), count(reason_code), (SELECT count(*) FROM incoming_new) FROM incoming
            """)
        let received = try rows.integer(0, 0) ?? 0
        let rejected = try rows.integer(0, 1) ?? 0
        let observed = try rows.integer(0, 2) ?? 0
        return ItemCounts(observed: observed, duplicate: received - rejected - observed, rejected: rejected)
    }
}

extension BinaryCopyWriter {
    /// One row of the table `incoming`, in the order of its columns.
    mutating func write(_ item: IncomingItem, ordinal: Int64) {
        beginRow(fieldCount: 24)
        write(ordinal)
        write(bytes: item.keptBytes)
        write(item.length)
        write(bytes: item.sha256)
        switch item.outcome {
        case .rejected(let code, let reason, let reelID, let platform):
            write(code)
            write(reason)
            write(reelID)
            write(platform?.rawValue)
            for _ in 0..<16 { write(Int64?.none) }
        case .sighting(let observation):
            write(String?.none)
            write(String?.none)
            write(observation)
        }
    }

    private mutating func write(_ observation: Observation) {
        write(observation.key.reelID)
        write(observation.key.platform.rawValue)
        write(microseconds: observation.scrapedAt.microseconds)
        write(microseconds: observation.publishTime.microseconds)
        write(observation.publishTimeIsExact)
        write(observation.reelURL)
        write(observation.creatorUsername)
        write(observation.views)
        write(observation.viewsSource.rawValue)
        write(observation.likes)
        write(observation.comments)
        write(observation.shares)
        write(observation.saves)
        write(observation.captionText)
        write(observation.audioID)
        write(observation.audioName)
        write(observation.hashtags)
        write(observation.durationSeconds)
    }
}
