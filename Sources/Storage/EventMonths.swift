public import Postgres
public import Reels

/// The months of `reels_raw_events`, and those that an operator has detached from it; how that is done stands in
/// `EventMonths+detach.swift`.
public struct EventMonths: Sendable {
    let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Every month that has a partition or had one, the oldest first, its observations counted.
    public func all(_ connection: borrowing Connection) throws -> [EventMonth] {
        let parent = schema.quoted + ".reels_raw_events"
        let rows = try connection.execute(
            """
            -- months.list
            SELECT translate(right(relname, 7), '_', '-') AS month, relname, NULL AS detached_at, true
            FROM pg_inherits JOIN pg_class ON oid = inhrelid
            WHERE inhparent = \(parent)::regclass AND relname ~ '^reels_raw_events_[0-9]{4}_[0-9]{2}$'
            UNION ALL
            SELECT to_char(month, 'YYYY-MM'), table_name, \(unescaped: RunStore.micros("detached_at")),
                to_regclass(format('%I.%I', \(schema.name)::text, table_name)) IS NOT NULL
            FROM \(unescaped: schema.quoted).detached_months
            ORDER BY month, detached_at
            """)
        return try (0..<rows.count).compactMap { row in
            guard let month = rows.text(row, 0).flatMap(CalendarMonth.init), let table = rows.text(row, 1) else {
                return nil
            }
            return EventMonth(
                month: month, tableName: table, detachedAt: try rows.instant(row, 2),
                content: try rows.boolean(row, 3) == true ? content(of: table, connection) : nil)
        }
    }

    /// The earliest instant from which on every as-of is answered from all that was ever observed; nil where nothing was
    /// detached. An earlier as-of may lack observations, or whole reels.
    public func answerableSince(_ connection: borrowing Connection) throws -> Instant? {
        try connection.execute(
            """
            -- months.answerable
            SELECT \(unescaped: RunStore.micros("max(answerable_since)"))
            FROM \(unescaped: schema.quoted).detached_months
            """
        ).instant(0, 0)
    }

    /// The months that were detached, each once. What came into one of them since is part of the whole again.
    public func detached(_ connection: borrowing Connection) throws -> [CalendarMonth] {
        let rows = try connection.execute(
            """
            -- months.detached
            SELECT DISTINCT to_char(month, 'YYYY-MM') AS month FROM \(unescaped: schema.quoted).detached_months ORDER BY month
            """)
        return (0..<rows.count).compactMap { rows.text($0, 0).flatMap(CalendarMonth.init) }
    }

    private func content(of table: String, _ connection: borrowing Connection) throws -> EventMonth.Content {
        let name = "\(schema.quoted).\(table)"
        let rows = try connection.execute(
            """
            -- months.content
            SELECT count(*), \(unescaped: RunStore.micros("min(scraped_at)")),
                \(unescaped: RunStore.micros("max(scraped_at)")), pg_total_relation_size(\(name)::regclass)
            FROM \(unescaped: schema.quoted).\(name: table)
            """)
        return EventMonth.Content(
            observationCount: try rows.integer(0, 0) ?? 0, firstScrapedAt: try rows.instant(0, 1),
            lastScrapedAt: try rows.instant(0, 2), byteCount: try rows.integer(0, 3) ?? 0)
    }
}
