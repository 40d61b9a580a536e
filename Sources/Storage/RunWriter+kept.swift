public import Postgres
public import Reels

extension RunWriter {
    /// So many kept items are read at a time: at most 64 KiB each, in hexadecimal digits.
    private static let readCount = 100

    /// Maps the items that a run has kept, all that have no outcome yet, and stores what they tell.
    ///
    /// - Parameter outcome: what an item tells, or why it tells nothing.
    /// - Returns: their fates; outcomes, observations and latest state hold them when the caller commits.
    public func storeKept(
        runID: String, scrapedAtIsExact: Bool, surface: String, _ connection: borrowing Connection,
        outcome: (KeptItem) throws -> IncomingItem.Outcome
    ) throws -> ItemCounts {
        try store(.unmapped, runID, scrapedAtIsExact, surface, connection) { try outcome($0) }
    }

    /// Maps the items that a run has rejected anew and stores those that tell something now. Everything else stays as it is.
    ///
    /// - Returns: the fates of those that were found.
    public func replay(
        runID: String, scrapedAtIsExact: Bool, surface: String, _ connection: borrowing Connection,
        outcome: (KeptItem) throws -> IncomingItem.Outcome
    ) throws -> ItemCounts {
        try store(.rejected, runID, scrapedAtIsExact, surface, connection) { item in
            guard case .sighting(let observation) = try outcome(item) else { return nil }
            return .sighting(observation)
        }
    }

    private func store(
        _ selection: KeptItems.Selection, _ runID: String, _ scrapedAtIsExact: Bool, _ surface: String,
        _ connection: borrowing Connection, outcome: (KeptItem) throws -> IncomingItem.Outcome?
    ) throws -> ItemCounts {
        try connection.execute("-- ingest.patience\nSET LOCAL statement_timeout = 0")
        try connection.execute(Statement.incomingTable.query(schema))
        let kept = KeptItems(runID: runID, schema: schema)
        var last: Int64 = -1
        while true {
            let items = try kept.next(selection, after: last, limit: Self.readCount, connection)
            guard let end = items.last?.ordinal else { break }
            last = end
            try copy(items, connection, outcome)
        }
        return try settle(runID, scrapedAtIsExact, surface, connection, items: .incomingToKeptItems)
    }

    /// The bytes stay where they are.
    private func copy(
        _ items: [KeptItem], _ connection: borrowing Connection, _ outcome: (KeptItem) throws -> IncomingItem.Outcome?
    ) throws {
        try connection.copyIn("-- ingest.copy\nCOPY incoming FROM STDIN (FORMAT binary)") { writer in
            for item in items {
                guard let outcome = try outcome(item) else { continue }
                let incoming = IncomingItem(keptBytes: [], length: item.length, outcome: outcome)
                writer.write(incoming, ordinal: item.ordinal)
            }
            return false
        }
    }
}
