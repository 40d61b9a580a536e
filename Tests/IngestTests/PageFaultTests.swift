import ApifyStandIn
import Ingest
import Postgres
import Reels
import System
import TestDatabase
import Testing

struct PageFaultTests {
    /// What befalls the second of three pages.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: Fault

        init(_ description: String, _ fault: Fault) {
            testDescription = description
            self.fault = fault
        }
    }

    private static let complaint = #"{"error":{"type":"internal-server-error","message":"made up"}}"#

    static let damages = [
        Damage("500 with HTML", .refuse(.html(500))),
        Damage("200 with HTML", .refuse(.html(200))),
        Damage("200 with an error body", .refuse(.error(200, "internal-server-error", "made up"))),
        Damage(
            "200 with an error body that calls itself a page", .alter { $0.content = .bytes(Array(complaint.utf8)) }),
        Damage("truncated line", .truncate(afterBytes: 10_000)),
        Damage(
            "lines missing at the end",
            .alter { answer in
                let lines = answer.bytes.split(separator: UInt8(ascii: "\n")).prefix(100)
                answer.content = .bytes(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
            }),
        Damage("no line at all", .truncate(afterBytes: 0)),
        Damage("cut in mid-body", .cut(afterBytes: 3_000)),
        Damage("closed without a word", .actAndHangUp),
        Damage("a line too many", .excessLines([Fixture.item("excess", views: 1)])),
        Damage("a page far beyond its count", .excessLines((0..<2_000).map { Fixture.item("excess\($0)", views: 1) })),
        Damage("compressed bomb", .bomb),
        Damage("plain text by its type", .wrongType("text/plain")),
        Damage("without its headers", .withoutHeaders()),
        Damage("429", .refuse(.tooManyRequests())),
    ]

    @Test("a page that comes damaged is asked for again, and nothing of what came is kept", arguments: damages)
    func damaged(damage: Damage) throws {
        try World.with(reels: 600) { world in
            world.disturb(.listItems, 2...2, with: damage.fault)
            let (test, kept) = (world.test, Lock(""))
            world.upon(.listItems, 3) {
                let row = try? test.connect().execute(
                    """
                    SELECT dataset_offset || ' ' || items_kept || ' ' || (
                        SELECT count(*) FROM \(unescaped: test.name).ingestion_items)
                    FROM \(unescaped: test.name).ingestion_runs
                    """
                ).text(0, 0)
                kept.withLock { $0 = row ?? "" }
            }
            let start = MonotonicClock.now()
            let report = try #require(world.run().report)
            // By what came, and not by a deadline, the shortest of which is 30 s.
            #expect(MonotonicClock.now() - start < 30_000_000_000)
            #expect(world.offsetsAsked == ["0", "250", "250", "500"] && kept.withLock { $0 } == "250 250 250")
            #expect(report.run.counts == ItemCounts(observed: 600) && report.run.state == .succeeded)
            #expect(try Set(world.observations()).count == 600 && world.apify.startedRuns().count == 1)
            try world.expectBalance()
        }
    }

    @Test("a stall in mid-body ends with its deadline of 30 s, and the page is asked for again")
    func stalled() async throws {
        // On a thread of its own, so that the other tests need not wait for it.
        let seen = try await Self.onThread {
            try World.with(reels: 260) { world in
                world.disturb(.listItems, with: .stall(afterBytes: 5_000))
                let before = MonotonicClock.now()
                let report = world.run().report
                return (report?.run.counts, world.offsetsAsked, MonotonicClock.now() - before)
            }
        }
        #expect(seen.0 == ItemCounts(observed: 260) && seen.1 == ["0", "0", "250"])
        #expect((29_000_000_000...60_000_000_000).contains(seen.2))
    }

    private static func onThread<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
        try await withCheckedThrowingContinuation { continuation in
            do {
                _ = try Thread(name: "test") { continuation.resume(with: Result { try body() }) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    @Test(
        "a question for the run that goes wrong is asked again",
        arguments: [
            Damage("500 with HTML", .refuse(.html(500))), Damage("200 with rubbish", .refuse(.html(200))),
            Damage("200 with an error body", .refuse(.error(200, "x", "made up"))), Damage("cut", .cut(afterBytes: 9)),
            Damage("closed without a word", .hangUp),
        ])
    func question(damage: Damage) throws {
        try World.with(reels: 2) { world in
            world.disturb(.getRun, with: damage.fault)
            #expect(world.run().report?.run.counts == ItemCounts(observed: 2))
            #expect(world.count(.getRun) == 2 && world.apify.startedRuns().count == 1)
        }
    }

    @Test("a run that Apify does not find in the first seconds after its start is asked for again")
    func appearsLate() throws {
        var script = RunScript(.reels(2))
        script.appears = .questions(4)
        try World.with(script) { world in
            #expect(world.run().report?.run.counts == ItemCounts(observed: 2))
            #expect(world.clock.waits == Array(repeating: .milliseconds(500), count: world.clock.waits.count))
            #expect(world.apify.startedRuns().count == 1)
        }
    }
}
