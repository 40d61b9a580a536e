import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// What is stored, and what Apify was asked.
extension World {
    /// The first column of what `query` gives.
    @discardableResult
    func lines(_ query: Query) throws -> [String] {
        let rows = try test.connect().execute(query)
        return (0..<rows.count).map { rows.text($0, 0) ?? "null" }
    }

    /// The run of that id as far as it has come; the newest where none is given.
    func stored(_ runID: String? = nil) throws -> FeedRun {
        let connection = try test.connect()
        let id = try runID ?? RunStore(schema: test.schema).newest(limit: 1, connection).first?.id
        let known = try #require(id)
        return try #require(try FeedJournal(schema: test.schema).load(known, connection))
    }

    /// When the feed was last served.
    func lastService() throws -> FeedJournal.LastService {
        try FeedJournal(schema: test.schema).lastServices(try test.connect())[feed.name] ?? FeedJournal.LastService()
    }

    /// Each item with its outcome, in order: `observed`, `duplicate`, the reason's code, or `kept` before that.
    func outcomes() throws -> [String] {
        try lines(
            """
            SELECT coalesce(reason_code, outcome, 'kept') FROM \(unescaped: test.name).ingestion_items
            ORDER BY run_id, ordinal
            """)
    }

    /// Each observation as `reel views`, in the order of reels.
    func observations() throws -> [String] {
        try lines(
            "SELECT reel_id || ' ' || views FROM \(unescaped: test.name).reels_raw_events ORDER BY reel_id, scraped_at")
    }

    /// Every row of every table, as text.
    func everything() throws -> [String] {
        let tables = try lines(
            """
            SELECT quote_ident(relname) FROM pg_class
            WHERE relnamespace = \(test.schema.name)::regnamespace AND relkind = 'r' ORDER BY 1
            """)
        return try tables.flatMap { table in
            try lines("SELECT \(table)::text || t::text FROM \(unescaped: "\(test.name).\(table)") AS t ORDER BY 1")
        }
    }

    /// What holds after every run: each item has one fate and the sums are right, and the latest state is what the
    /// observations give.
    func expectBalance(sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try lines(imbalances) == [], sourceLocation: sourceLocation)
        let latest: Query = "SELECT t::text FROM \(unescaped: test.name).reels_latest_state AS t ORDER BY 1"
        let before = try lines(latest)
        _ = try LatestState(schema: test.schema).rebuild(try test.connect())
        #expect(try lines(latest) == before, sourceLocation: sourceLocation)
    }

    private var imbalances: Query {
        """
        SELECT run.id || ' does not balance'
        FROM \(unescaped: test.name).ingestion_runs AS run
        CROSS JOIN LATERAL (
            SELECT
                count(*) FILTER (WHERE outcome = 'observed') AS observed,
                count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
                count(*) FILTER (WHERE outcome = 'rejected') AS rejected,
                count(*) FILTER (WHERE outcome IS NULL) AS unmapped
            FROM \(unescaped: test.name).ingestion_items WHERE run_id = run.id
        ) AS item
        WHERE items_received <> observed + duplicate + rejected OR items_observed <> observed
            OR items_duplicate <> duplicate OR items_rejected <> rejected
            OR items_observed <> (SELECT count(*) FROM \(unescaped: test.name).reels_raw_events WHERE run_id = run.id)
            OR (unmapped > 0 AND NOT is_resumable)
        """
    }

    /// How often Apify was asked for something.
    func count(_ operation: Operation) -> Int {
        apify.exchanges.count { $0.operation == operation }
    }

    /// The offsets of the pages that were asked for, in order.
    var offsetsAsked: [String] {
        apify.exchanges.filter { $0.operation == .listItems }.map { $0.query["offset"] ?? "" }
    }
}
