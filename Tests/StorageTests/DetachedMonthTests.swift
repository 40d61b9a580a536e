import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// What goes on being right after a month was detached.
struct DetachedMonthTests {
    let january: CalendarMonth

    init() throws {
        january = try #require(CalendarMonth("2026-01"))
    }

    @Test("what is answered from the named instant on is what it was, and nothing before it is promised")
    func answers() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            // The reel of the month's last hour is in the cohort of 90 days until 2026-05-01T23:00:00Z.
            let before = try January.cohort(asOf: "2026-05-01T23:00:00Z", test, connection)
            let complete = ["2026-05-02T00:00:00Z", "2026-05-10T00:00:00Z", "2026-05-10T06:00:00Z"]
            let after = try complete.map { try January.cohort(asOf: $0, test, connection) }
            _ = try EventMonths(schema: test.schema).detach(january, connection)
            #expect(try January.cohort(asOf: "2026-05-01T23:00:00Z", test, connection) != before)
            #expect(try complete.map { try January.cohort(asOf: $0, test, connection) } == after)
            #expect(after.last?.count == 1)
        }
    }

    @Test("latest state loses nothing, and rebuild leaves what it could not make anew")
    func rebuild() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let before = try January.latestStates(test, connection)
            #expect(before.count == 3)
            let detachment = try EventMonths(schema: test.schema).detach(january, connection)
            #expect(detachment.lastSeenCount == 2 && detachment.observationCount == 3)
            #expect(try January.latestStates(test, connection) == before)
            // A state that went wrong is mended; those of January are not the worse for it.
            try connection.execute(
                "UPDATE \(unescaped: test.name).reels_latest_state SET views = 0 WHERE reel_id = 'new'")
            _ = try LatestState(schema: test.schema).rebuild(connection)
            #expect(try January.latestStates(test, connection) == before)
        }
    }

    @Test("what is imported into a detached month later has a partition of its own, which can be detached in its turn")
    func lateImport() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let months = EventMonths(schema: test.schema)
            try January.fill(test, connection)
            for expected in ["_detached", "_detached_2", "_detached_3"] {
                #expect(
                    try months.detach(january, connection).tableName == "reels_raw_events_2026_01" + expected)
                try January.see("late", at: "2026-01-15T00:00:00Z", test, connection)
                #expect(try January.count("reels_raw_events_2026_01", test, connection) == 1)
            }
            let all = try months.all(connection).filter { $0.month == january }
            #expect(all.map { $0.content?.observationCount } == [3, 1, 1, 1])
            #expect(all.map { $0.detachedAt == nil } == [false, false, false, true])
            #expect(try months.detached(connection) == [january])
        }
    }

    @Test("the printed statements make a month part of the whole again")
    func attachAgain() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let months = EventMonths(schema: test.schema)
            try January.fill(test, connection)
            let instants = ["2026-01-10T07:00:00Z", "2026-01-31T23:59:59Z", "2026-05-10T06:00:00Z"]
            let before = try instants.map { try January.cohort(asOf: $0, test, connection) }
            for _ in 0..<2 {
                let detachment = try months.detach(january, connection)
                try connection.executeScript(Query(unescaped: detachment.attachSQL.joined(separator: "\n")))
                #expect(try months.answerableSince(connection) == nil)
                let month = try months.all(connection).first { $0.month == january }
                #expect(month?.content?.observationCount == 3)
                #expect(try instants.map { try January.cohort(asOf: $0, test, connection) } == before)
            }
            // It is the partition that an import finds.
            try January.see("late", at: "2026-01-15T00:00:00Z", test, connection)
            #expect(try January.count("reels_raw_events_2026_01", test, connection) == 4)
        }
    }

    @Test("a reader who takes long is not waited for long, and nothing was changed")
    func inUse() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let months = EventMonths(schema: test.schema)
            let reader = try test.connect()
            try reader.transaction { reader in
                let count = try January.count("reels_raw_events", test, reader)
                #expect(count == 5)
                #expect(throws: EventMonthError.inUse(january)) {
                    try months.detach(january, connection)
                }
            }
            #expect(try months.answerableSince(connection) == nil)
            #expect(try months.detach(january, connection).observationCount == 3)
        }
    }
}
