import Apify
import ApifyStandIn
import Ingest
import Reels
import Storage
import System
import Testing

struct StartTests {
    /// What comes of a question to start the actor.
    struct Trouble: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: Fault

        init(_ description: String, _ fault: Fault) {
            testDescription = description
            self.fault = fault
        }

        static let rubbish = Answer(200, type: "application/json", body: Array("{}".utf8))
    }

    static let started = [
        Trouble("the answer is cut off", .cut(afterBytes: 20)),
        Trouble("the connection is closed without a word", .actAndHangUp),
        Trouble("500 is answered", .actAndAnswer(.internalError)),
        Trouble("a gateway answers 502 with HTML", .actAndAnswer(.html(502))),
        Trouble("200 is answered with rubbish", .actAndAnswer(Trouble.rubbish)),
        Trouble("201 is answered with HTML", .actAndAnswer(.html(201))),
        Trouble("408 is answered", .actAndAnswer(.error(408, "request-timeout", "The request took too long."))),
    ]

    @Test("a run that was started though it is not clear is found in Apify's list and adopted", arguments: started)
    func adopted(trouble: Trouble) throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: trouble.fault)
            let (clock, lookedAt) = (world.clock, Lock<Instant?>(nil))
            world.upon(.listRuns) { lookedAt.withLock { $0 = clock.now() } }
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
            #expect(report.run.counts == ItemCounts(observed: 2) && world.count(.startRun) == 1)
            // Apify may not list a run in the first seconds.
            let attemptedAt = try #require(try world.stored().startAttemptedAt)
            let looked = try #require(lookedAt.withLock { $0 })
            #expect(looked.microseconds(since: attemptedAt) >= 5 * Microseconds.second)
        }
    }

    static let notStarted = [
        Trouble("the connection is closed before it is read", .hangUp),
        Trouble("500 is answered", .refuse(.internalError)),
        Trouble("a gateway answers 502 with HTML", .refuse(.html(502))),
        Trouble("200 is answered with rubbish", .refuse(Trouble.rubbish)),
    ]

    @Test("where it is not clear, the list is looked at before the actor is started, once", arguments: notStarted)
    func lookedFor(trouble: Trouble) throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: trouble.fault)
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
            let questions = world.apify.exchanges.map(\.operation).prefix { $0 != .getRun }
            #expect(Array(questions) == [.startRun, .listRuns, .startRun])
        }
    }

    @Test("where it never gets clear, each attempt is preceded by a look, and the next run looks first")
    func neverClear() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, 1...9, with: .refuse(.internalError))
            let failed = world.run()
            #expect(failed.error is ApifyError && failed.complaint.contains("try again later"))
            #expect(world.apify.exchanges.map(\.operation) == (0..<9).flatMap { _ in [.startRun, .listRuns] })
            let id = try #require(try world.lastService().interruptedRunID)
            let resumed = try #require(world.run().report)
            #expect(resumed.run.id == id && resumed.run.state == .succeeded)
            #expect(world.apify.exchanges.dropFirst(18).map(\.operation).prefix(2) == [.listRuns, .startRun])
            #expect(world.apify.startedRuns().count == 1)
        }
    }

    @Test("a run of somebody else, with another input, started in the same minute, is not adopted")
    func somebodyElse() throws {
        try World.with(reels: 2) { world in
            let before = try world.startElsewhere(input: #"{"resultsLimit":1}"#)
            world.disturb(.startRun, 2...2, with: .hangUp)
            let report = try #require(world.run().report)
            let started = world.apify.startedRuns().map(\.id)
            #expect(started.count == 2 && report.run.apifyRunID == started.last && before.id == started.first)
        }
    }

    @Test("of several runs the one with the feed's input is adopted, however it is spelt")
    func theRightOne() throws {
        try World.with(reels: 2) { world in
            var world = world
            world.feed.input = #"{"b": [1], "a": "é"}"#
            world.disturb(.startRun, 1...1, with: .actAndHangUp)
            world.disturb(.listRuns, 1...9, with: .refuse(.internalError))
            world.run()
            let mine = try #require(world.apify.startedRuns().first)
            try world.startElsewhere(input: #"{"a":"e","b":[1]}"#)
            world.calm()
            #expect(world.run().report?.run.apifyRunID == mine.id)
            #expect(world.apify.startedRuns().count == 2)
        }
    }

    @Test("a run that was stored already, with the same input, is not adopted a second time")
    func knownRun() throws {
        try World.with(reels: 2) { world in
            let first = try #require(world.run().report)
            world.disturb(.startRun, 2...2, with: .hangUp)
            let second = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [first.run.apifyRunID, second.run.apifyRunID])
            try world.expectBalance()
        }
    }

    @Test("a run of the same input that is older than ours is not adopted")
    func older() throws {
        try World.with(reels: 2) { world in
            try world.startElsewhere(input: world.feed.input)
            world.clock.pause(.seconds(3_600))
            world.disturb(.startRun, 2...2, with: .hangUp)
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().count == 2)
            #expect(world.apify.startedRuns().last?.id == report.run.apifyRunID)
        }
    }

    @Test("a clock that is an hour ahead of Apify's hides no run")
    func clockDifference() throws {
        try World.with(reels: 2) { world in
            world.clock.pause(.seconds(3_600))
            world.disturb(.startRun, with: .actAndHangUp)
            // The time as HTTP writes it; every server says it with each answer.
            let date = Answer.tooManyRequests(.date(secondsFromNow: 0)).headers.last?.value ?? ""
            world.disturb(.listRuns, with: .alter { $0.setHeader("Date", date) })
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
        }
    }

    @Test("what is to be gone on with is looked for among the runs of the actor it was started with")
    func anotherActor() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .actAndHangUp)
            world.disturb(.listRuns, 1...9, with: .refuse(.internalError))
            world.run()
            world.apify.host("other~actor", RunScript(.reels(1)))
            var feed = world.feed
            feed.actorID = "other~actor"
            let report = try #require(world.run(feed).report)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
            #expect(report.run.counts == ItemCounts(observed: 2))
        }
    }

    @Test("where the list cannot be had the run fails, can be gone on with, and the next run adopts")
    func noList() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .actAndHangUp)
            world.disturb(.listRuns, 1...9, with: .refuse(.internalError))
            let failed = world.run()
            #expect(failed.isFailure && failed.complaint.contains("listing the actor's runs"))
            let run = try world.stored()
            #expect(
                run.run.state == .failed && run.isResumable && run.run.error?.contains("the next run goes on") == true)
            let report = try #require(world.run().report)
            #expect(report.run.id == run.run.id && report.run.counts == ItemCounts(observed: 2))
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID] && world.count(.startRun) == 1)
        }
    }
}
