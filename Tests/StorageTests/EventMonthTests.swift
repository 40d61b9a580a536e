import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// Months of observations, and what stays true when one of them is detached.
struct EventMonthTests {
    /// January's cohorts reach to the end of January plus 90 days.
    static let complete = "2026-05-02T00:00:00Z"
    let january: CalendarMonth

    init() throws {
        january = try #require(CalendarMonth("2026-01"))
    }

    @Test(
        "a month is read as it is written, and nothing else is",
        arguments: [
            ("2026-01", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
            ("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
            ("2025-12", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z"),
            ("2026-1", nil, nil), ("2026-13", nil, nil), ("2026-01-01", nil, nil), ("0000-01", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, String?)])
    func reading(text: String, start: String?, end: String?) {
        let month = CalendarMonth(text)
        #expect(month?.start.iso8601 == start && month?.end.iso8601 == end)
        if let month { #expect("\(month)" == text) }
    }

    @Test("every month is listed with what it holds, also one that was made ahead, was detached, or was dropped since")
    func listing() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let months = EventMonths(schema: test.schema)
            try January.makePartition(of: "2031-05-01T00:00:00Z", test, connection)
            let before = try months.all(connection)
            #expect(before.map(\.month) == before.map(\.month).sorted())
            let first = try #require(before.first { $0.month == january })
            #expect("\(first.month)" == "2026-01" && first.detachedAt == nil)
            #expect(first.tableName == "reels_raw_events_2026_01")
            let content = try #require(first.content)
            #expect(content.observationCount == 3 && content.byteCount > 0)
            #expect(content.firstScrapedAt?.iso8601 == "2026-01-10T06:00:00Z")
            #expect(content.lastScrapedAt?.iso8601 == "2026-01-31T23:30:00Z")
            let ahead = try #require(before.first { "\($0.month)" == "2031-05" }?.content)
            #expect(ahead.observationCount == 0 && ahead.firstScrapedAt == nil)

            let detachment = try months.detach(january, connection)
            let kept = try #require(try months.all(connection).first { $0.month == january })
            #expect(kept.tableName == "reels_raw_events_2026_01_detached" && kept.detachedAt != nil)
            #expect(kept.content?.observationCount == 3)
            try connection.execute(Query(unescaped: detachment.dropSQL))
            let dropped = try #require(try months.all(connection).first { $0.month == january })
            #expect(dropped.detachedAt != nil && dropped.content == nil)
            #expect(try months.answerableSince(connection)?.iso8601 == "2026-05-10T06:00:00Z")
        }
    }

    @Test(
        "a month is needed while the run before the newest reaches back to it",
        arguments: [
            (["2026-05-01T23:59:59.999999Z", "2026-05-04T00:00:00Z"], true),
            (["2026-05-02T00:00:00Z", "2026-05-02T00:00:01Z"], false),
            (["2026-05-03T00:00:00Z"], true),
        ])
    func needed(runs: [String], isNeeded: Bool) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection, runs: runs)
            let months = EventMonths(schema: test.schema)
            let complete = try #require(Instant(iso8601: Self.complete))
            if isNeeded {
                for attempt in [months.detachment, months.detach] {
                    #expect(
                        throws: EventMonthError.needed(january, platform: "instagram", until: complete)
                    ) { _ = try attempt(january, connection) }
                }
                #expect(try months.answerableSince(connection) == nil)
                #expect(try January.count("reels_raw_events", test, connection) == Int64(3 + runs.count))
            } else {
                // From here on the run before, too, needs nothing of the month.
                let second = Instant(iso8601: runs[1])
                #expect(try months.detachment(of: january, connection).answerableSince == second)
                #expect(try months.answerableSince(connection) == nil)
                #expect(try months.detach(january, connection).answerableSince == second)
                #expect(try months.answerableSince(connection) == second)
            }
        }
    }

    @Test("a platform that was last looked at in a month still needs it, and one that was never seen there does not")
    func otherPlatforms() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let months = EventMonths(schema: test.schema)
            // Of February alone: January is none of its concern.
            try January.see("feb", .tiktok, at: "2026-02-03T00:00:00Z", test, connection)
            _ = try months.detachment(of: january, connection)
            try January.see("jan", .youtube, at: "2026-01-20T00:00:00Z", test, connection)
            let error = #expect(throws: EventMonthError.self) { try months.detach(january, connection) }
            #expect("\(try #require(error))".contains("youtube"))
        }
    }

    @Test("what was announced for later than the month's end is needed for as long as it is in a cohort")
    func announced() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection, runs: ["2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z"])
            try January.see(
                "premiere", at: "2026-01-20T00:00:00Z", published: "2026-04-10T00:00:00Z", test, connection)
            let until = try #require(Instant(iso8601: "2026-07-09T00:00:00.000001Z"))
            #expect(throws: EventMonthError.needed(january, platform: "instagram", until: until)) {
                try EventMonths(schema: test.schema).detach(january, connection)
            }
        }
    }

    @Test("a month without an observation, and one that is detached already, are refused as what they are")
    func nothingToDetach() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let months = EventMonths(schema: test.schema)
            try January.makePartition(of: "2031-05-01T00:00:00Z", test, connection)
            for text in ["2019-12", "2031-05"] {
                let month = try #require(CalendarMonth(text))
                #expect(throws: EventMonthError.noObservations(month)) { try months.detach(month, connection) }
            }
            let table = try months.detach(january, connection).table
            #expect(throws: EventMonthError.alreadyDetached(january, table: table)) {
                try months.detach(january, connection)
            }
        }
    }

    @Test(
        "the database refuses to change or to delete a detached observation",
        arguments: ["UPDATE % SET views = 1", "DELETE FROM %", "TRUNCATE %"])
    func immutable(statement: String) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let table = try EventMonths(schema: test.schema).detach(january, connection).table
            let attempt = Query(
                unescaped: statement.split(separator: "%", omittingEmptySubsequences: false).joined(separator: table))
            let refusal = #expect(throws: PostgresError.self) { try connection.execute(attempt) }
            #expect(refusal?.sqlState == "42501")
            try connection.execute("GRANT UPDATE, DELETE, TRUNCATE ON \(unescaped: table) TO CURRENT_USER")
            let veto = #expect(throws: PostgresError.self) { try connection.execute(attempt) }
            #expect(veto?.sqlState == "23000")
            let hidden = try connection.execute(
                "SELECT relrowsecurity FROM pg_class WHERE oid = \(table)::regclass")
            #expect(try hidden.boolean(0, 0) == true)
        }
    }
}
