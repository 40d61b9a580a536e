import Apify
import ApifyStandIn
import Ingest
import Reels
import Storage
import Testing

struct EndlessRunTests {
    private static var endless: RunScript {
        var script = RunScript(.reels(3))
        script.runs = .questions(.max)
        return script
    }

    @Test("a remote run that outlives its time and two minutes more is aborted, and what it brought is stored")
    func aborted() throws {
        try World.with(Self.endless) { world in
            let start = world.clock.now()
            let attempt = world.run()
            #expect(world.count(.abortRun) == 1)
            let abort = try #require(world.apify.exchanges.first { $0.operation == .abortRun })
            #expect(abort.query["gracefully"] == "true")
            let waited = Duration.microseconds(world.clock.now().microseconds(since: start))
            #expect(waited >= .seconds(180) && world.clock.waits.reduce(.zero, +) <= .seconds(181))
            #expect(attempt.report?.run.state == .partial && attempt.report?.run.counts == ItemCounts(observed: 3))
            #expect(!attempt.isFailure && world.apify.startedRuns().count == 1)
            // Not more often than once a second.
            #expect(world.count(.getRun) <= 185)
            try world.expectBalance()
        }
    }

    @Test("the operator is told that it may have taken too long, and not that somebody aborted it")
    func reason() throws {
        try World.with(Self.endless) { world in
            #expect(world.run().complaint.contains("APIFY_TIMEOUT_SECONDS"))
            try world.expectBalance()
        }
    }

    @Test("one that goes on although it was aborted fails the run, and the next run asks again")
    func unstoppable() throws {
        try World.with(Self.endless) { world in
            world.disturb(.abortRun, with: .refuse(Self.running(world)))
            let attempt = world.run()
            #expect(attempt.error is ApifyError && attempt.complaint.contains("end it in Apify's console"))
            #expect(try world.stored().isResumable && world.count(.abortRun) == 1)
            let resumed = try #require(world.run().report)
            #expect(
                resumed.run.state == .partial && world.count(.abortRun) == 2 && world.apify.startedRuns().count == 1)
        }
    }

    @Test(
        "one whose abortion is refused fails the run, and can be gone on with",
        arguments: [Answer.forbidden, .notFound])
    func refused(answer: Answer) throws {
        try World.with(Self.endless) { world in
            world.disturb(.abortRun, with: .refuse(answer))
            let attempt = world.run()
            #expect(attempt.isFailure && attempt.complaint.contains("aborting the run"))
            #expect(try world.stored().isResumable)
            #expect(world.run().report?.run.state == .partial)
            try world.expectBalance()
        }
    }

    private static func running(_ world: World) -> Answer {
        Answer(
            200, type: "application/json", body: Array(#"{"data":{"id":"made-up","status":"ABORTING"}}"#.utf8))
    }
}
