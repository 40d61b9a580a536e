import Postgres
import Reels
import Scoring
import Storage
import TestDatabase
import Testing

struct ObservationTests {
    @Test(
        "the database refuses to change or to delete an observation, by its parent and by its partition",
        arguments: [
            "UPDATE %.reels_raw_events SET views = 1", "DELETE FROM %.reels_raw_events", "TRUNCATE %.reels_raw_events",
            "UPDATE %.reels_raw_events_2026_06 SET views = 1", "DELETE FROM %.reels_raw_events_2026_06",
            "TRUNCATE %.reels_raw_events_2026_06",
        ])
    func immutable(statement: String) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, connection)
            let text = statement.split(separator: "%").joined(separator: test.name)
            let attempt = Query(unescaped: text)
            // By privilege, which even the owner lacks...
            let refusal = #expect(throws: PostgresError.self) { try connection.execute(attempt) }
            #expect(refusal?.sqlState == "42501")
            // ... and by trigger, where somebody grants it.
            try connection.execute(
                """
                GRANT UPDATE, DELETE, TRUNCATE ON \(unescaped: test.name).reels_raw_events,
                    \(unescaped: test.name).reels_raw_events_2026_06 TO CURRENT_USER
                """)
            let veto = #expect(throws: PostgresError.self) { try connection.execute(attempt) }
            #expect(veto?.sqlState == "23000")
            #expect(
                try connection.execute("SELECT views FROM \(unescaped: test.name).reels_raw_events").integer(0, 0) == 5)
        }
    }

    @Test("every field of an observation is stored as it is, with the observations and with the latest state")
    func everyField() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try Fixture.store([.sighting(Fixture.fullReel)], in: test, connection, scrapedAtIsExact: false)
            let expected = [
                "full-1", "tiktok", "2026-06-12T06:00:00Z", "2026-06-11T00:00:00Z", "f", "f",
                "https://www.tiktok.com/@made.up/video/1", "made.up", "101", "playCount", "102", "103", "104", "105",
                "caption",
                "sound-1", "Sound One", "{one,\"t\\\"wo\"}", "12.5", "test",
            ]
            for table in ["reels_raw_events", "reels_latest_state"] {
                let rows = try connection.execute(
                    """
                    SELECT reel_id, platform, to_char(scraped_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                        to_char(publish_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), publish_time_is_exact,
                        scraped_at_is_exact, reel_url, creator_username, views, views_source, likes, comments, shares, saves,
                        caption_text, audio_id, audio_name, hashtags, duration_seconds, source_surface, run_id
                    FROM \(unescaped: test.name).\(name: table)
                    """)
                #expect(rows.count == 1)
                #expect((0..<20).map { rows.text(0, $0) } == expected)
                #expect(rows.text(0, 20) != nil)
            }
        }
    }

    @Test("of two sightings at one time the higher view count is the observation, then the first")
    func duplicatesWithinRun() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let counts = try Fixture.store(
                [
                    .sighting(Fixture.reel("a", views: 5)), .sighting(Fixture.reel("a", views: 9, likes: 1)),
                    .sighting(Fixture.reel("a", views: 9, likes: 2)),
                    .rejected(code: "no_items", reason: "nothing", reelID: nil, platform: nil),
                ], in: test, connection)
            #expect(counts == ItemCounts(observed: 1, duplicate: 2, rejected: 1))
            let rows = try connection.execute(
                "SELECT views, likes FROM \(unescaped: test.name).reels_raw_events")
            #expect(rows.count == 1)
            #expect(try rows.integer(0, 0) == 9 && rows.integer(0, 1) == 1)
            let outcomes = try connection.execute(
                """
                SELECT string_agg(outcome, ' ' ORDER BY ordinal), string_agg(reason_code, ' ')
                FROM \(unescaped: test.name).ingestion_items
                """)
            #expect(outcomes.text(0, 0) == "duplicate observed duplicate rejected")
            #expect(outcomes.text(0, 1) == "no_items")
        }
    }

    @Test("latest state takes only newer sightings, and rebuild gives the same rows")
    func latestState() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            for (views, hour) in [(Int64(50), Int64(6)), (70, 12), (60, 3)] {
                try Fixture.store([.sighting(Fixture.reel("a", views: views, hour: hour))], in: test, connection)
            }
            let state: Query = "SELECT t::text FROM \(unescaped: test.name).reels_latest_state AS t ORDER BY 1"
            let before = try connection.execute(state).text(0, 0)
            #expect(before?.contains(",70,") == true)
            #expect(try LatestState(schema: test.schema).rebuild(connection) == 1)
            #expect(try connection.execute(state).text(0, 0) == before)
        }
    }

    @Test("the state as of an instant is what was known then, every field of it")
    func stateAsOf() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            for (views, hour) in [(Int64(50), Int64(6)), (70, 12)] {
                try Fixture.store([.sighting(Fixture.reel("a", views: views, hour: hour))], in: test, connection)
            }
            let loader = StateLoader(schema: test.schema)
            for (hour, views) in [(Int64(5), Int64?.none), (6, 50), (11, 50), (12, 70), (99, 70)] {
                let clocks = [Platform.instagram: Fixture.hour(hour)]
                let states = try #require(try loader.states(asOf: clocks, connection).first)
                #expect(states.views.first == views, "hour \(hour)")
            }
            let current = try #require(try loader.latest(loader.clocks(connection), connection).first)
            #expect(current.asOf == Fixture.hour(12))
            let asOf = try #require(try loader.states(asOf: [.instagram: current.asOf], connection).first)
            for states in [current, asOf] {
                #expect(states.reelID[0] == "a")
                #expect(states.publishTime == [Fixture.hour(0)] && states.scrapedAt == [Fixture.hour(12)])
                #expect(
                    states.captionText[0] == "caption of a \u{202E}عربي 🎈" && states.creatorUsername[0] == "made.up")
                #expect(
                    states.likes[0].value == nil && states.comments[0].value == 3 && states.sharesOrSaves[0].value == 4)
            }
        }
    }

    @Test("what a finished run brought changes the version; one that brought nothing does not")
    func version() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let loader = StateLoader(schema: test.schema)
            var seen: [String] = [try loader.version(connection)]
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, connection)
            seen.append(try loader.version(connection))
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, connection)
            seen.append(try loader.version(connection))
            #expect(seen[0] != seen[1])
            #expect(seen[1] == seen[2])
        }
    }
}
