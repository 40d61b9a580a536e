public import Postgres
import Reels

extension EventMonths {
    /// How long the lock is waited for. Whoever comes meanwhile to read observations waits behind.
    private static let lockPatience = "3s"

    /// SQLSTATEs of a lock that was not to be had: `lock_not_available`, `deadlock_detected`.
    private static let lockFailures: Set<String?> = ["55P03", "40P01"]

    /// What ``detach(_:_:)`` would do now; changes nothing.
    ///
    /// - Throws: `EventMonthError` where the month cannot be detached.
    public func detachment(of month: CalendarMonth, _ connection: borrowing Connection) throws -> Detachment {
        try requireAttached(month, connection)
        return try detachment(of: month, notNeededFor: presentNeeds(connection), connection)
    }

    /// Takes the observations of a month out of `reels_raw_events` and keeps them, under another name, in the table they are in.
    ///
    /// The table keeps its privileges and triggers, so that what was observed stays unchangeable; its former name is free for
    /// observations of that month that arrive later.
    ///
    /// - Throws: `EventMonthError` where the month cannot be detached; nothing is changed then.
    public func detach(_ month: CalendarMonth, _ connection: borrowing Connection) throws -> Detachment {
        do {
            return try connection.transaction { connection in
                try waitInTurn(connection)
                try requireAttached(month, connection)
                let needs = try presentNeeds(connection)
                // Not concurrently, which no transaction allows and Citus does not know.
                try connection.execute(
                    """
                    -- months.detach
                    ALTER TABLE \(unescaped: schema.quoted).reels_raw_events
                        DETACH PARTITION \(unescaped: schema.quoted).\(name: month.partitionName)
                    """)
                // Only now does nobody store anything in it.
                let detachment = try detachment(of: month, notNeededFor: needs, connection)
                try keep(detachment, connection)
                return detachment
            }
        } catch let error as PostgresError where Self.lockFailures.contains(error.sqlState) {
            throw EventMonthError.inUse(month)
        }
    }

    /// One at a time, and not for long behind a reader.
    private func waitInTurn(_ connection: borrowing Connection) throws {
        try connection.execute("-- months.patience\nSET LOCAL lock_timeout = '\(unescaped: Self.lockPatience)'")
        try connection.execute(
            "-- months.lock\nSELECT pg_advisory_xact_lock(hashtext(\("shortpulse months " + schema.name)))")
    }

    private func keep(_ detachment: Detachment, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- months.rename
            ALTER TABLE \(unescaped: schema.quoted).\(name: detachment.month.partitionName)
                RENAME TO \(name: detachment.tableName)
            """)
        try connection.execute(
            """
            -- months.record
            INSERT INTO \(unescaped: schema.quoted).detached_months (table_name, month, answerable_since)
            VALUES (\(detachment.tableName)::text, \(detachment.month.firstDayText)::date,
                \(detachment.answerableSince)::timestamptz)
            """)
    }

    private func requireAttached(_ month: CalendarMonth, _ connection: borrowing Connection) throws {
        let parent = schema.quoted + ".reels_raw_events"
        let rows = try connection.execute(
            """
            -- months.attached
            SELECT
                EXISTS (
                    SELECT FROM pg_inherits
                    WHERE inhparent = \(parent)::regclass
                        AND inhrelid = to_regclass(\("\(schema.quoted).\(month.partitionName)")::text)
                ),
                (SELECT table_name FROM \(unescaped: schema.quoted).detached_months
                    WHERE month = \(month.firstDayText)::date ORDER BY detached_at DESC LIMIT 1)
            """)
        guard try rows.boolean(0, 0) == true else {
            throw rows.text(0, 1).map { EventMonthError.alreadyDetached(month, table: "\(schema.quoted).\($0)") }
                ?? EventMonthError.noObservations(month)
        }
    }
}
