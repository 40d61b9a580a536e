import ApifyStandIn
import Ingest
import Reels
import Storage
import System
import TestDatabase
import Testing

/// Starts of which nobody was told, and what may happen before the next look.
struct UnclearStartTests {
    @Test("a list that is slow to come hides no run")
    func slowList() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .actAndHangUp)
            world.disturb(.listRuns, with: .refuse(.tooManyRequests(.seconds(200))))
            // The real server says its time with each answer, and that time has not passed meanwhile.
            let date = Answer.tooManyRequests(.date(secondsFromNow: 0)).headers.last?.value ?? ""
            world.disturb(.listRuns, 2...2, with: .alter { $0.setHeader("Date", date) })
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
        }
    }

    @Test("an input that was changed since is not taken for somebody else's run")
    func changedInput() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .actAndHangUp)
            world.disturb(.listRuns, 1...9, with: .refuse(.internalError))
            world.run()
            var feed = world.feed
            feed.input = ApifyFeed.recommendedInput(maximumResults: 150)
            let report = try #require(world.run(feed).report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
        }
    }

    @Test("an actor that is gone holds nothing up")
    func actorGone() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .hangUp)
            world.disturb(.listRuns, 1...9, with: .refuse(.internalError))
            #expect(world.run().isFailure)
            world.disturb(.listRuns, 10...10, with: .refuse(.notFound))
            world.apify.host("other~actor", RunScript(.reels(1)))
            var feed = world.feed
            feed.actorID = "other~actor"
            #expect(world.run(feed).report?.run.counts == ItemCounts(observed: 1))
        }
    }

    @Test("a token that may not see the list is tried by three further runs, and no longer")
    func forbiddenList() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .hangUp)
            world.disturb(.listRuns, 1...4, with: .refuse(.forbidden))
            for _ in 1...3 { #expect(world.run().isFailure && world.count(.startRun) == 1) }
            #expect(world.run().report?.run.counts == ItemCounts(observed: 2))
            #expect(world.apify.startedRuns().count == 1)
        }
    }

    @Test("an unclear start that is followed by a refusal is still looked for")
    func thenRefused() throws {
        var script = RunScript(.reels(2))
        script.listed = .questions(1)
        try World.with(script) { world in
            world.disturb(.startRun, with: .actAndHangUp)
            world.disturb(.startRun, 2...2, with: .refuse(.noCredit))
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
        }
    }

    @Test("a feed that was given another platform has its items taken for that")
    func platform() throws {
        try World.with(reels: 2) { world in
            let journal = FeedJournal(schema: world.test.schema)
            _ = try journal.open(
                FeedJournal.Opening(
                    runID: SecureRandom.uuid(), feed: "default", actorID: World.actor, itemPlatform: .tiktok,
                    startedAt: world.clock.now()),
                lease: Lease(host: CurrentProcess.hostName, processID: 0), isGone: { _ in true },
                try world.test.connect())
            var feed = world.feed
            feed.platform = .instagram
            #expect(world.run(feed).report?.run.counts == ItemCounts(observed: 2))
        }
    }

    @Test("what an earlier process of our number held is no run of ours")
    func sameNumber() throws {
        try World.with(reels: 2) { world in
            let journal = FeedJournal(schema: world.test.schema)
            let ours = Lease(host: CurrentProcess.hostName, processID: Int64(CurrentProcess.identifier))
            let foreign = try journal.open(
                FeedJournal.Opening(
                    runID: SecureRandom.uuid(), feed: "tiktok", actorID: "a", itemPlatform: .tiktok,
                    startedAt: world.clock.now()), lease: ours, isGone: { _ in false }, try world.test.connect())
            let report = try #require(world.run().report)
            #expect(report.run.id != foreign && report.run.feed == "default")
            #expect(try world.stored(foreign).run.state == .failed && world.stored(foreign).isResumable)
        }
    }
}
