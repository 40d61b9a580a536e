import Apify
import ApifyStandIn
import Ingest
import Reels
import Storage
import TestDatabase
import Testing

/// Datasets that were paid for and cannot be fetched.
struct LostDatasetTests {
    /// The questions of one `run` for a page that never comes.
    private static let asked = 9

    @Test("a dataset that cannot be fetched fails the run, which can be gone on with")
    func failed() throws {
        try World.with(reels: 600) { world in
            try Fixture.import(Fixture.item("old", views: 5), into: world.test)
            world.disturb(.listItems, 2...10, with: .refuse(.internalError))
            let attempt = world.run()
            #expect(attempt.isFailure && attempt.complaint.contains("after 9 attempts; try again later"))
            let run = try world.stored()
            #expect(run.run.state == .failed && run.isResumable && run.fetchFailures == 1)
            #expect(run.datasetID == world.apify.startedRuns().first?.datasetID && run.itemsKept == 250)
            #expect(run.run.error?.hasSuffix("the next run goes on from there") == true)
            #expect(try world.observations() == ["old 5"] && world.lastService().interruptedRunID == run.run.id)
            try world.expectBalance()
        }
    }

    @Test("the next run fetches what is missing, and no page twice", arguments: [1, 2, 3])
    func laterSuccess(page: Int) throws {
        try World.with(reels: 600) { world in
            world.disturb(.listItems, page...page + 8, with: .refuse(.internalError))
            world.run()
            let id = try world.stored().run.id
            let asked = world.offsetsAsked.count
            let report = try #require(world.run().report)
            #expect(
                report.run.id == id && report.run.counts == ItemCounts(observed: 600) && report.run.state == .succeeded)
            #expect(Array(world.offsetsAsked.dropFirst(asked)) == Array(["0", "250", "500"].dropFirst(page - 1)))
            #expect(try Set(world.observations()).count == 600 && world.apify.startedRuns().count == 1)
            try world.expectBalance()
        }
    }

    @Test("after three later tries a new remote run is started by the same command")
    func givenUp() throws {
        try World.with(reels: 2) { world in
            world.disturb(.listItems, 1...4 * Self.asked, with: .refuse(.html(503)))
            for failures in 1...3 {
                #expect(world.run().error is ApifyError)
                #expect(try world.stored().fetchFailures == failures)
                #expect(world.count(.startRun) == 1 && world.count(.listItems) == failures * Self.asked)
            }
            let first = try world.stored()
            var notes: [IngestionEvent] = []
            let report = try #require(world.run { notes.append($0) }.report)
            #expect(report.run.id != first.run.id && report.run.counts == ItemCounts(observed: 2))
            #expect(world.apify.startedRuns().map(\.id) == [first.run.apifyRunID, report.run.apifyRunID])
            let given = try world.stored(first.run.id)
            #expect(given.run.state == .failed && !given.isResumable && given.datasetID == first.datasetID)
            #expect(notes.first == .resumed(runID: first.run.id))
            try world.expectBalance()
        }
    }

    @Test("after three later tries what was kept is stored as partial, and a new run can begin")
    func keptPages() throws {
        try World.with(reels: 600) { world in
            world.disturb(.listItems, 2...1 + 4 * Self.asked, with: .refuse(.internalError))
            for _ in 1...3 { #expect(world.run().error is ApifyError) }
            let attempt = world.run()
            let run = try #require(attempt.report).run
            #expect(run.state == .partial && run.counts == ItemCounts(observed: 250) && attempt.isFailure)
            #expect(attempt.complaint.contains("only 250 of 600 items came: fetching the dataset"))
            #expect(world.count(.startRun) == 1)
            try world.expectBalance()
            #expect(world.run().report?.run.state == .succeeded && world.count(.startRun) == 2)
            try world.expectBalance()
        }
    }

    @Test("a dataset that is gone fails the run for good")
    func gone() throws {
        try World.with(reels: 2) { world in
            world.disturb(.listItems, with: .refuse(.notFound))
            let attempt = world.run()
            #expect(attempt.isFailure && attempt.complaint.contains("the dataset is gone: Apify keeps one for 7 days"))
            let run = try world.stored()
            #expect(
                run.run.state == .failed && !run.isResumable && run.datasetID != nil && world.count(.listItems) == 1)
            #expect(world.run().report?.run.state == .succeeded && world.apify.startedRuns().count == 2)
        }
    }

    @Test("a dataset that is gone when it is tried again is followed by a new remote run in the same command")
    func goneMeanwhile() throws {
        try World.with(reels: 2) { world in
            world.disturb(.listItems, 1...9, with: .refuse(.internalError))
            world.disturb(.listItems, 10...10, with: .refuse(.notFound))
            world.run()
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id).last == report.run.apifyRunID && world.count(.startRun) == 2)
            #expect(report.run.state == .succeeded)
            try world.expectBalance()
        }
    }

    @Test("of a dataset that is gone meanwhile, what was kept is stored as partial")
    func goneAfterPages() throws {
        try World.with(reels: 600) { world in
            world.disturb(.listItems, 2...10, with: .refuse(.internalError))
            world.disturb(.listItems, 11...11, with: .refuse(.notFound))
            world.run()
            let attempt = world.run()
            #expect(attempt.report?.run.state == .partial && attempt.report?.run.counts == ItemCounts(observed: 250))
            #expect(attempt.isFailure && world.count(.startRun) == 1)
            try world.expectBalance()
        }
    }

    @Test(
        "a dataset that seems to have become shorter is asked for again before it is believed",
        arguments: [0, 250, 500])
    func shrunk(total: Int) throws {
        try World.with(reels: 600) { world in
            world.disturb(
                .listItems, 2...2,
                with: .alter { answer in
                    answer.content = .bytes(
                        Array(answer.bytes.split(separator: 10).prefix(max(0, total - 250)).joined(separator: [10])))
                    answer.setHeader("X-Apify-Pagination-Total", "\(total)")
                    answer.setHeader("X-Apify-Pagination-Count", "\(max(0, total - 250))")
                })
            let report = try #require(world.run().report)
            #expect(report.run.counts == ItemCounts(observed: 600))
            try world.expectBalance()
        }
    }

    @Test("a remote run that Apify no longer knows is followed by a new one in the same command")
    func remoteRunGone() throws {
        try World.with(reels: 2) { world in
            world.disturb(.getRun, 1...9, with: .refuse(.internalError))
            let failed = world.run()
            #expect(failed.isFailure && failed.complaint.contains("asking for the run"))
            #expect(try world.stored().isResumable && world.stored().fetchFailures == 0)
            world.disturb(.getRun, 10...20, with: .refuse(.notFound))
            #expect(world.run().report?.run.state == .succeeded && world.apify.startedRuns().count == 2)
            try world.expectBalance()
        }
    }

    @Test("a network that is down while a run is gone on with changes nothing about it")
    func noNetwork() throws {
        try World.with(reels: 600) { world in
            world.disturb(.listItems, 2...10, with: .refuse(.internalError))
            world.run()
            var feed = world.feed
            feed.base = "http://127.0.0.1:1"
            #expect(world.run(feed).complaint.contains("check the network"))
            #expect(try world.stored().isResumable && world.stored().itemsKept == 250)
            #expect(world.run().report?.run.counts == ItemCounts(observed: 600))
            #expect(world.apify.startedRuns().count == 1)
            try world.expectBalance()
        }
    }
}
