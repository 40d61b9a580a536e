public import Postgres
public import Reels

/// Reads what ingestion has come to, for those who watch it.
public struct FiguresReader: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// The figures of all runs.
    public func figures(_ connection: borrowing Connection) throws -> IngestionFigures {
        IngestionFigures(groups: try groups(connection), rejections: try rejections(connection))
    }

    private func groups(_ connection: borrowing Connection) throws -> [IngestionFigures.Group] {
        let rows = try connection.execute(
            """
            -- figures.runs
            SELECT source, feed, state, count(*), sum(items_observed)::bigint, sum(items_duplicate)::bigint,
                sum(items_rejected)::bigint, coalesce(sum(cost_usd), 0),
                \(unescaped: RunStore.micros("max(finished_at)")), \(unescaped: RunStore.micros("max(heartbeat_at)"))
            FROM \(unescaped: schema.quoted).ingestion_runs
            GROUP BY source, feed, state ORDER BY source, feed, state
            """)
        var groups: [IngestionFigures.Group] = []
        for row in 0..<rows.count {
            guard let source = rows.text(row, 0).flatMap(RunSource.init(rawValue:)),
                let state = rows.text(row, 2).flatMap(RunState.init(rawValue:))
            else { continue }
            groups.append(
                IngestionFigures.Group(
                    source: source, feed: rows.text(row, 1), state: state, runs: try rows.integer(row, 3) ?? 0,
                    counts: ItemCounts(
                        observed: try rows.integer(row, 4) ?? 0, duplicate: try rows.integer(row, 5) ?? 0,
                        rejected: try rows.integer(row, 6) ?? 0),
                    costUSD: try rows.double(row, 7) ?? 0, lastFinishedAt: try rows.instant(row, 8),
                    heartbeatAt: try rows.instant(row, 9)))
        }
        return groups
    }

    /// From an index that holds the rejected items alone.
    private func rejections(_ connection: borrowing Connection) throws -> [String: Int64] {
        let rows = try connection.execute(
            """
            -- figures.rejections
            SELECT reason_code, count(*) FROM \(unescaped: schema.quoted).ingestion_items
            WHERE outcome = 'rejected' GROUP BY reason_code
            """)
        var counts: [String: Int64] = [:]
        for row in 0..<rows.count { counts[rows.text(row, 0) ?? ""] = try rows.integer(row, 1) }
        return counts
    }
}
