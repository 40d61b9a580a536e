import Postgres
import Reels

extension RunStore {
    /// The columns of a run, instants as microseconds since 1970.
    static let columns: String =
        ([
            "id", "source", "platform", "state", micros("started_at"), micros("finished_at"), micros("scraped_at"),
            "apify_run_id", "items_observed", "items_duplicate", "items_rejected", "cost_usd", "error",
        ]).joined(separator: ", ")

    /// SQL for a column's microseconds since 1970, exactly: `extract(epoch ...)` is numeric.
    static func micros(_ column: String) -> String {
        "(extract(epoch FROM \(column)) * 1000000)::bigint"
    }

    /// The run in `row` of an answer with ``columns``.
    static func run(_ rows: borrowing Rows, _ row: Int) throws -> Run {
        Run(
            id: rows.text(row, 0) ?? "",
            source: rows.text(row, 1).flatMap(RunSource.init(rawValue:)) ?? .import,
            platform: rows.text(row, 2).flatMap(Platform.init(rawValue:)),
            state: rows.text(row, 3).flatMap(RunState.init(rawValue:)) ?? .failed,
            startedAt: try rows.instant(row, 4) ?? Instant(microseconds: 0),
            finishedAt: try rows.instant(row, 5),
            scrapedAt: try rows.instant(row, 6),
            apifyRunID: rows.text(row, 7),
            counts: ItemCounts(
                observed: try rows.integer(row, 8) ?? 0, duplicate: try rows.integer(row, 9) ?? 0,
                rejected: try rows.integer(row, 10) ?? 0),
            costUSD: try rows.double(row, 11),
            error: rows.text(row, 12))
    }
}

extension Rows {
    /// An instant that was selected as microseconds since 1970.
    func instant(_ row: Int, _ column: Int) throws(PostgresError) -> Instant? {
        try integer(row, column).map(Instant.init(microseconds:))
    }
}
