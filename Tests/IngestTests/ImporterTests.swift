import Apify
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

struct ImporterTests {
    @Test("an item that is no reel is kept with its reason, and the others go on")
    func badItems() throws {
        try TestDatabase.with { test in
            let lines = [
                Fixture.item("1", views: 10), #"{"id":"2","caption":"\ud83d"}"#, "{broken", #"{"error":"no_items"}"#,
                Fixture.item("3", views: 30),
            ]
            let report = try Fixture.import(lines.joined(separator: "\n"), into: test)
            #expect(report.run.counts == ItemCounts(observed: 2, duplicate: 0, rejected: 3))
            #expect(report.run.state == .succeeded && report.run.platform == .instagram)
            let connection = try test.connect()
            let kept = try connection.execute(
                "SELECT convert_from(item, 'UTF8') FROM \(unescaped: test.name).ingestion_items ORDER BY ordinal")
            #expect((0..<kept.count).map { kept.text($0, 0) } == lines)
            let stored = try #require(try RunStore(schema: test.schema).run(id: report.run.id, connection))
            #expect(stored.counts == report.run.counts && stored.state == .succeeded)
        }
    }

    @Test("the same dataset twice changes nothing, and says so")
    func twice() throws {
        try TestDatabase.with { test in
            _ = try Fixture.import(Fixture.item("1", views: 10), into: test)
            let again = try Fixture.import(Fixture.item("1", views: 10), into: test)
            #expect(again.run.counts == ItemCounts(observed: 0, duplicate: 1, rejected: 0))
            #expect(again.run.state == .succeeded)
            #expect(again.lines.first?.contains("nothing changed") == true)
        }
    }

    @Test(
        "what is no dataset leaves nothing behind, not even a run",
        arguments: [
            ("", DatasetError.noObject), ("<html></html>", .noObject), ("[1, 2]", .noObject),
            ("[{\"id\": \"1\"}", .unterminatedArray),
        ])
    func noDataset(text: String, expected: DatasetError) throws {
        try TestDatabase.with { test in
            let before = try Fixture.everything(in: test)
            #expect(throws: expected) { try Fixture.import(text, into: test) }
            #expect(try Fixture.everything(in: test) == before)
        }
    }

    @Test("an unterminated array whose first items were fine leaves nothing behind either")
    func cutOff() throws {
        try TestDatabase.with { test in
            let before = try Fixture.everything(in: test)
            #expect(throws: DatasetError.unterminatedArray) {
                try Fixture.import("[" + Fixture.item("1", views: 10) + ",", into: test)
            }
            #expect(try Fixture.everything(in: test) == before)
        }
    }

    @Test("an empty array is an empty run, and a dataset of other things is one too")
    func emptyRuns() throws {
        try TestDatabase.with { test in
            let nothing = try Fixture.import("[]", into: test)
            let otherThings = try Fixture.import(#"{"a": 1}"#, into: test)
            #expect(nothing.run.state == .empty && nothing.run.counts.received == 0)
            #expect(otherThings.run.state == .empty && otherThings.run.counts.rejected == 1)
        }
    }

    @Test("an item over 64 KiB is rejected; its digest, length and beginning are kept")
    func overlong() throws {
        try TestDatabase.with { test in
            let item = #"{"id":"1","caption":""# + String(repeating: "x", count: 65_536) + #""}"#
            let report = try Fixture.import("[" + item + "," + Fixture.item("2", views: 1) + "]", into: test)
            #expect(report.run.counts == ItemCounts(observed: 1, duplicate: 0, rejected: 1))
            let connection = try test.connect()
            let rows = try connection.execute(
                """
                SELECT length(item), item_length, item_sha256 = sha256(convert_to(\(item)::text, 'UTF8'))
                FROM \(unescaped: test.name).ingestion_items WHERE reason_code = 'too_large'
                """)
            #expect(try rows.integer(0, 0) == 4_096 && rows.integer(0, 1) == Int64(item.utf8.count))
            #expect(try rows.boolean(0, 2) == true)
        }
    }

    @Test("a scrape time in the future and an id that is taken are refused")
    func refusals() throws {
        try TestDatabase.with { test in
            let later = Fixture.now.advanced(byMicroseconds: 1)
            #expect(throws: IngestError.observedInFuture(later)) {
                try Fixture.import("[]", into: test, observedAt: later)
            }
            let id = try Fixture.import("[]", into: test).run.id
            #expect(throws: IngestError.runExists(id)) { try Fixture.import("[]", into: test, runID: id) }
        }
    }

    @Test("while another run is at work nothing is imported")
    func leaseHeld() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let lease = Lease(host: "elsewhere", processID: 1)
            let run = Run(id: SecureRandom.uuid(), source: .apify, state: .running, startedAt: Fixture.now)
            try RunStore(schema: test.schema).begin(run, lease: lease, isGone: { _ in false }, connection)
            #expect(throws: StorageError.self) { try Fixture.import(Fixture.item("1", views: 1), into: test) }
            #expect(try RunStore(schema: test.schema).newest(limit: 9, connection).map(\.id) == [run.id])
        }
    }

    @Test("NUL, quotes and every script survive the way into the database and out of it")
    func text() throws {
        try TestDatabase.with { test in
            let caption = #"tab\t \"quoted\" \\ back \u202e عربي 🎈 NUL\u0000 end"#
            _ = try Fixture.import(Fixture.item("1", views: 1, caption: caption), into: test)
            let connection = try test.connect()
            let stored = try connection.execute(
                "SELECT caption_text FROM \(unescaped: test.name).reels_raw_events"
            ).text(0, 0)
            #expect(stored == "tab\t \"quoted\" \\ back \u{202E} عربي 🎈 NUL end")
        }
    }
}
