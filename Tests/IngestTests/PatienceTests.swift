import ApifyStandIn
import Ingest
import Reels
import Storage
import Testing

struct PatienceTests {
    /// What Apify says of when it wants to be asked again, and how long is waited then.
    struct Demand: Sendable, CustomTestStringConvertible {
        let retryAfter: String?
        var date: String?
        let waits: ClosedRange<Duration>

        var testDescription: String { retryAfter ?? "nothing said" }

        var answer: Answer {
            var answer = Answer.tooManyRequests(retryAfter.map { .text($0) } ?? .unsaid)
            if let date { answer.setHeader("Date", date) }
            return answer
        }

        static let noon = "Sun, 06 Nov 1994 12:00:00 GMT"
        static let usual = Duration.milliseconds(500)...Duration.seconds(1)
    }

    static let demands = [
        Demand(retryAfter: nil, waits: Demand.usual),
        Demand(retryAfter: "7", waits: .seconds(7)...Duration.seconds(7)),
        Demand(retryAfter: "300", waits: .seconds(300)...Duration.seconds(300)),
        Demand(retryAfter: "86400", waits: .seconds(300)...Duration.seconds(300)),
        Demand(
            retryAfter: "Sun, 06 Nov 1994 12:00:42 GMT", date: Demand.noon, waits: .seconds(42)...Duration.seconds(42)),
        Demand(
            retryAfter: "Mon, 07 Nov 1994 12:00:00 GMT", date: Demand.noon, waits: .seconds(300)...Duration.seconds(300)
        ),
        Demand(retryAfter: "Sun, 06 Nov 1994 11:00:00 GMT", date: Demand.noon, waits: Demand.usual),
        Demand(retryAfter: "soon", waits: Demand.usual),
    ]

    @Test("429: asked again when Apify wants to be, after 5 minutes at the latest", arguments: demands)
    func tooManyRequests(demand: Demand) throws {
        try World.with(reels: 2) { world in
            let operations: [Operation] = [.startRun, .getRun, .listItems]
            for operation in operations { world.disturb(operation, with: .refuse(demand.answer)) }
            #expect(world.run().report?.run.counts == ItemCounts(observed: 2))
            #expect(world.clock.waits.count == 3 && world.clock.waits.allSatisfy(demand.waits.contains))
            // Nothing was started by the question that was refused, and so nothing is looked for.
            #expect(operations.map(world.count) == [2, 2, 2] && world.count(.listRuns) == 0)
            #expect(world.apify.startedRuns().count == 1)
        }
    }

    @Test("429 without end: nine questions, and the run fails with nothing left at Apify")
    func noEnd() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, 1...99, with: .refuse(.tooManyRequests(.seconds(1))))
            let attempt = world.run()
            #expect(attempt.isFailure && attempt.complaint.contains("429 (rate-limit-exceeded)"))
            #expect(world.count(.startRun) == 9 && world.apify.startedRuns().isEmpty)
            let (run, last) = try (world.stored(), world.lastService())
            #expect(!run.isResumable && last.startedAt == nil)
        }
    }
}
