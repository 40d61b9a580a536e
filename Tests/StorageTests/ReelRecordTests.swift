import Postgres
import Reels
import Storage
import TestDatabase
import Testing

struct ReelRecordTests {
    @Test("every field of an observation is read back as it was stored")
    func everyField() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try Fixture.store([.sighting(Fixture.fullReel)], in: test, connection, scrapedAtIsExact: false)
            let record = try ReelRecords(schema: test.schema).record(
                of: Fixture.fullReel.key, until: Fixture.hour(6), connection)
            let kept = try #require(record.observations.first)
            #expect(kept.seen == Fixture.fullReel)
            #expect(!kept.scrapedAtIsExact && kept.surface == "test")
            let run = try connection.execute("SELECT id FROM \(unescaped: test.name).ingestion_runs")
            #expect(kept.runID == run.text(0, 0))
            #expect(record.observations.count == 1 && record.missingMonths.isEmpty)
        }
    }

    @Test("hashtags are what they were, whatever is in them")
    func hashtags() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let lists = [[], [""], ["one", "t\"wo,{}", ""], ["NULL", "\\", "a b", "عربي 🎈", "{", ",", "\""]]
            for (number, hashtags) in lists.enumerated() {
                var reel = Fixture.reel("r\(number)", views: 1)
                reel.hashtags = hashtags
                try Fixture.store([.sighting(reel)], in: test, connection)
                let record = try ReelRecords(schema: test.schema).record(
                    of: reel.key, until: Fixture.hour(6), connection)
                #expect(record.observations.map(\.seen) == [reel])
            }
        }
    }

    @Test("the oldest comes first, none is later than the instant, and none is another reel's")
    func order() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            // Over the end of a month.
            for hour: Int64 in [700, 6, 12] {
                let reels = ["a", "b", "A", "a'; --"].map { Fixture.reel($0, views: hour, hour: hour) }
                try Fixture.store(reels.map { .sighting($0) }, in: test, connection)
            }
            let records = ReelRecords(schema: test.schema)
            func views(_ id: String, _ platform: Platform, until hour: Int64) throws -> [Int64] {
                let key = ReelKey(reelID: id, platform: platform)
                return try records.record(of: key, until: Fixture.hour(hour), connection).observations.map(\.seen.views)
            }
            #expect(try views("a", .instagram, until: 700) == [6, 12, 700])
            #expect(try views("a'; --", .instagram, until: 699) == [6, 12])
            #expect(try views("a", .instagram, until: 5) == [])
            #expect(try views("a", .tiktok, until: 700) == [])
            #expect(try views("c", .instagram, until: 700) == [])
        }
    }

    @Test("of a month that was detached, what was seen last stays known, and the month is named")
    func detached() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try January.fill(test, connection)
            let january = try #require(CalendarMonth("2026-01"))
            _ = try EventMonths(schema: test.schema).detach(january, connection)
            let records = ReelRecords(schema: test.schema)
            let until = try #require(Instant(iso8601: "2026-05-10T06:00:00Z"))
            func record(_ id: String) throws -> ReelRecord {
                try records.record(of: ReelKey(reelID: id, platform: .instagram), until: until, connection)
            }
            #expect(try record("old").observations.map(\.seen.views) == [20])
            #expect(try record("old").missingMonths == ["2026-01"])
            #expect(try record("new").observations.count == 2)
            #expect(try record("new").missingMonths == [])
            #expect(try record("nobody") == ReelRecord(observations: [], missingMonths: ["2026-01"]))
        }
    }

    @Test("it is looked up by an index in every month")
    func plan() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let reels = (0..<400).map { Fixture.reel("r\($0)", views: 1) }
            for hour: Int64 in [6, 800] {
                try Fixture.store(
                    reels.map { reel in
                        var reel = reel
                        reel.scrapedAt = Fixture.hour(hour)
                        return .sighting(reel)
                    }, in: test, connection)
            }
            try connection.execute("ANALYZE \(unescaped: test.name).reels_raw_events")
            let plan = try connection.execute(
                """
                EXPLAIN SELECT views FROM \(unescaped: test.name).reels_raw_events
                WHERE reel_id = 'r7' AND platform = 'instagram' AND scraped_at <= '2027-01-01'
                """)
            let lines = (0..<plan.count).compactMap { plan.text($0, 0) }.joined(separator: "\n")
            #expect(lines.contains("Index") && !lines.contains("Seq Scan on reels_raw_events_2026_06"), "\(lines)")
        }
    }
}
