import Postgres
import Reels

extension RunStore {
    /// The columns of a run, instants as microseconds since 1970.
    static let columns = columnList.joined(separator: ", ")

    /// How many they are.
    static let columnCount = columnList.count

    private static let columnList = [
        "id", "source", "platform", "state", micros("started_at"), micros("finished_at"), micros("scraped_at"),
        "apify_run_id", "items_observed", "items_duplicate", "items_rejected", "cost_usd", "error", "feed",
        "apify_run_id IS NOT NULL", "remote_status", "items_kept", "dataset_offset", "dataset_total",
    ]

    /// SQL for a column's microseconds since 1970, exactly: `extract(epoch ...)` is numeric.
    static func micros(_ column: String) -> String {
        "(extract(epoch FROM \(column)) * 1000000)::bigint"
    }

    /// The run in `row` of an answer with ``columns``.
    static func run(_ rows: borrowing Rows, _ row: Int) throws -> Run {
        let state = rows.text(row, 3).flatMap(RunState.init(rawValue:)) ?? .failed
        return Run(
            id: rows.text(row, 0) ?? "",
            source: rows.text(row, 1).flatMap(RunSource.init(rawValue:)) ?? .import,
            platform: rows.text(row, 2).flatMap(Platform.init(rawValue:)),
            state: state,
            startedAt: try rows.instant(row, 4) ?? Instant(microseconds: 0),
            finishedAt: try rows.instant(row, 5),
            scrapedAt: try rows.instant(row, 6),
            apifyRunID: rows.text(row, 7),
            counts: ItemCounts(
                observed: try rows.integer(row, 8) ?? 0, duplicate: try rows.integer(row, 9) ?? 0,
                rejected: try rows.integer(row, 10) ?? 0),
            costUSD: try rows.double(row, 11),
            error: rows.text(row, 12), feed: rows.text(row, 13),
            progress: state.isActive ? try progress(state, rows, row) : nil)
    }

    /// How far an active run has come; nil of an import, which is one transaction.
    private static func progress(_ state: RunState, _ rows: borrowing Rows, _ row: Int) throws -> RunProgress? {
        guard rows.text(row, 1) == RunSource.apify.rawValue else { return nil }
        let kept = try rows.integer(row, 16) ?? 0
        let total = try rows.integer(row, 18)
        let stage: RunProgress.Stage =
            if state == .queued {
                .queued
            } else if try rows.boolean(row, 14) != true {
                .starting
            } else if rows.text(row, 6) == nil {
                .remote(status: rows.text(row, 15) ?? "READY")
            } else if let total, try rows.integer(row, 17) ?? 0 >= total {
                .storing
            } else {
                .fetching
            }
        return RunProgress(stage: stage, itemsFetched: kept, itemsTotal: total)
    }
}

extension Rows {
    /// An instant that was selected as microseconds since 1970.
    func instant(_ row: Int, _ column: Int) throws(PostgresError) -> Instant? {
        try integer(row, column).map(Instant.init(microseconds:))
    }
}
