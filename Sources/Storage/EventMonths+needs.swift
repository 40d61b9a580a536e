import Postgres
import Reels

extension EventMonths {
    /// Weighs the observations in the month's table, whether it is still a partition or not, against what the present needs.
    ///
    /// - Throws: `EventMonthError` where there are none, or some are needed.
    func detachment(
        of month: CalendarMonth, notNeededFor needs: [String: Instant], _ connection: borrowing Connection
    ) throws -> Detachment {
        let rows = try connection.execute(
            """
            -- months.held
            SELECT platform, count(*), \(unescaped: RunStore.micros("max(publish_time)"))
            FROM \(unescaped: schema.quoted).\(name: month.partitionName) GROUP BY platform ORDER BY platform
            """)
        guard rows.count > 0 else { throw EventMonthError.noObservations(month) }
        var count: Int64 = 0
        var answerableSince = month.end
        for row in 0..<rows.count {
            let platform = rows.text(row, 0) ?? ""
            let since = Self.answerableSince(month, newestPublication: try rows.instant(row, 2) ?? month.end)
            guard let need = needs[platform], since <= need else {
                throw EventMonthError.needed(month, platform: platform, until: since)
            }
            answerableSince = max(answerableSince, try secondSighting(platform, from: since, connection) ?? since)
            count += try rows.integer(row, 1) ?? 0
        }
        return Detachment(
            month: month, observationCount: count, lastSeenCount: try lastSeenCount(month, connection),
            answerableSince: answerableSince, tableName: try freeTableName(month, connection), schema: schema)
    }

    /// From here on an instant, and the run before that it is compared with, need nothing of the month: a cohort reaches back 90
    /// days, and equal age and intervals not as far. What was seen by the month's end was published by then, save for what was
    /// announced ahead.
    private static func answerableSince(_ month: CalendarMonth, newestPublication: Instant) -> Instant {
        max(month.end, newestPublication.advanced(byMicroseconds: 1))
            .advanced(byMicroseconds: Window.longest.microseconds)
    }

    /// The second time from `instant` on at which the platform was seen: from then on even the run before is not older.
    private func secondSighting(
        _ platform: String, from instant: Instant, _ connection: borrowing Connection
    ) throws -> Instant? {
        try connection.execute(
            """
            -- months.second_run
            SELECT \(unescaped: RunStore.micros("max(scraped_at)")) FROM (
                SELECT DISTINCT scraped_at FROM \(unescaped: schema.quoted).reels_raw_events
                WHERE platform = \(platform)::text AND scraped_at >= \(instant)::timestamptz
                ORDER BY scraped_at LIMIT 2
            ) AS run
            """
        ).instant(0, 0)
    }

    /// The earliest as-of that today's pages are made for, by platform: what is new is told against the run before the newest.
    func presentNeeds(_ connection: borrowing Connection) throws -> [String: Instant] {
        let clocks = try connection.execute(
            """
            -- months.clocks
            SELECT platform, \(unescaped: RunStore.micros("max(scraped_at)"))
            FROM \(unescaped: schema.quoted).reels_latest_state GROUP BY platform
            """)
        var needs: [String: Instant] = [:]
        for row in 0..<clocks.count {
            guard let platform = clocks.text(row, 0), let clock = try clocks.instant(row, 1) else { continue }
            needs[platform] = try lastSighting(platform, before: clock, connection) ?? clock
        }
        return needs
    }

    private func lastSighting(
        _ platform: String, before clock: Instant, _ connection: borrowing Connection
    ) throws -> Instant? {
        try connection.execute(
            """
            -- months.run_before
            SELECT \(unescaped: RunStore.micros("max(scraped_at)"))
            FROM \(unescaped: schema.quoted).reels_raw_events
            WHERE platform = \(platform)::text AND scraped_at < \(clock)::timestamptz
            """
        ).instant(0, 0)
    }

    private func lastSeenCount(_ month: CalendarMonth, _ connection: borrowing Connection) throws -> Int64 {
        try connection.execute(
            """
            -- months.last_seen
            SELECT count(*) FROM \(unescaped: schema.quoted).reels_latest_state
            WHERE scraped_at >= \(month.start)::timestamptz AND scraped_at < \(month.end)::timestamptz
            """
        ).integer(0, 0) ?? 0
    }

    /// A name that no table has, and that none had which was detached and dropped.
    private func freeTableName(_ month: CalendarMonth, _ connection: borrowing Connection) throws -> String {
        var number = 1
        while true {
            let name = month.partitionName + "_detached" + (number == 1 ? "" : "_\(number)")
            let taken = try connection.execute(
                """
                -- months.name
                SELECT to_regclass(\("\(schema.quoted).\(name)")::text) IS NOT NULL OR EXISTS (
                    SELECT FROM \(unescaped: schema.quoted).detached_months WHERE table_name = \(name)::text
                )
                """)
            if try taken.boolean(0, 0) == false { return name }
            number += 1
        }
    }
}
