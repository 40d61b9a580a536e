import ApifyStandIn
import HTTPClient
import Ingest
import Reels
import Storage
import TestDatabase
import Testing

struct RefusedStartTests {
    static let refusals: [(answer: Answer, words: String)] = [
        (.error(400, "invalid-input", ""), "check APIFY_INPUT_JSON"),
        (.error(401, "invalid-token", ""), "(invalid-token); check APIFY_API_TOKEN"),
        (.noCredit, "the account has no credit left"), (.forbidden, "check APIFY_API_TOKEN and APIFY_ACTOR_ID"),
        (.notFound, "check APIFY_ACTOR_ID"), (.redirect(to: "http://127.0.0.1:1/"), "redirects are not followed"),
        (.html(403), "check APIFY_API_TOKEN and APIFY_ACTOR_ID"),
    ]

    @Test(
        "credentials, actor or credit refused: the run fails, Apify is asked once, and the feed stays due",
        arguments: refusals)
    func refused(answer: Answer, words: String) throws {
        try World.with(reels: 1) { world in
            try Fixture.import(Fixture.item("old", views: 5), into: world.test)
            world.disturb(.startRun, with: .refuse(answer))
            let attempt = world.run()
            #expect(attempt.isFailure && attempt.complaint.contains(words))
            #expect(world.apify.exchanges.map(\.operation) == [.startRun] && world.clock.waits.isEmpty)
            try expectNothingLeft(in: world, words)
            #expect(world.run().report?.run.state == .succeeded)
        }
    }

    @Test("a token that is wrong and an actor that is not there are told apart by Apify itself")
    func realRefusals() throws {
        try World.with(reels: 1) { world in
            var feed = world.feed
            feed.token = BearerToken("another-token")
            #expect(world.run(feed).complaint.contains("Apify answered 401 (invalid-token); check APIFY_API_TOKEN"))
            feed = world.feed
            feed.actorID = "not~there"
            #expect(world.run(feed).complaint.contains("Apify answered 404 (record-not-found); check APIFY_ACTOR_ID"))
            #expect(world.apify.startedRuns().isEmpty)
        }
    }

    @Test("where nobody listens nothing was started: tried nine times, and nothing is left to go on with")
    func refusedConnection() throws {
        try World.with(reels: 1) { world in
            var feed = world.feed
            feed.base = "http://127.0.0.1:1"
            let attempt = world.run(feed)
            #expect(attempt.isFailure && attempt.complaint.contains("check the network and APIFY_API_BASE"))
            #expect(world.clock.waits.count == 8 && world.apify.exchanges.isEmpty)
            try expectNothingLeft(in: world, "check the network")
        }
    }

    @Test("a server that cannot prove who it is gets no token, and is asked once")
    func badCertificate() throws {
        try World.with(reels: 1) { world in
            let server = try UntrustedServer()
            var feed = world.feed
            feed.base = "https://localhost:\(server.port)"
            let attempt = world.run(feed)
            #expect(attempt.isFailure && attempt.complaint.contains("check this machine's clock and certificates"))
            #expect(world.clock.waits.isEmpty)
            try expectNothingLeft(in: world, "certificates")
        }
    }

    /// The run is closed for good, the old data is there, and the next run may come at once.
    private func expectNothingLeft(in world: World, _ words: String) throws {
        let run = try world.stored()
        #expect(run.run.state == .failed && !run.isResumable && run.run.error?.contains(words) == true)
        #expect(run.run.error?.contains("goes on") == false && run.run.finishedAt != nil)
        let last = try world.lastService()
        #expect(last.startedAt == nil && last.interruptedRunID == nil && last.failedAt != nil)
        #expect(FeedSchedule.hourly(interval: world.feed.interval).isDue(after: last, at: world.clock.now()))
        #expect(try world.observations().allSatisfy { $0 == "old 5" })
        try world.expectBalance()
    }
}
