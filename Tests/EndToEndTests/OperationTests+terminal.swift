import ApifyStandIn
import FoundationEssentials
import RunningStack
import System
import Testing

/// In a second terminal.
extension EndToEndTests.OperationTests {
    @Test
    func `status tells programs everything, known or not`() async throws {
        let settings = ["SHORTPULSE_SCHEMA": "status_of_nothing"]
        #expect(try fed.ingest(["migrate"], settings: settings).ending == .exited(0))
        let nothing = try status(settings)
        #expect(nothing.members.sorted() == Self.members)
        #expect(nothing.feeds.map(\.members).map { $0.sorted() } == [Self.feedMembers])
        #expect(nothing.runs.isEmpty && nothing.active_run == nil)
        try await meanwhile { gate in
            #expect(try fed.askForRun().status == 202)
            #expect(gate.isReached())
            let active = try status()
            #expect(active.members.sorted() == Self.members)
            #expect(active.active_run?.members.sorted() == Self.activeRunMembers)
            #expect(active.runs.allSatisfy { $0.members.sorted() == Self.runMembers })
            #expect(active.runs.count >= 2)
        }
    }

    @Test
    func `status tells people, while a run is at work and afterwards`() async throws {
        try await meanwhile { gate in
            #expect(try fed.askForRun().status == 202)
            #expect(gate.isReached())
            let words = try fed.ingest(["status"]).output
            #expect(words.contains("at work: run ") && words.contains("fetching, 250 of 300 items"), "\(words)")
            gate.open()
            try await fed.rest()
            let run = try #require(try fed.runs().first)
            let afterwards = try fed.ingest(["status"]).output
            #expect(afterwards.contains("no run is at work"))
            #expect(afterwards.contains("succeeded (default, instagram): 300 = 300 observed"), "\(afterwards)")
            #expect(afterwards.contains("run \(run.id)"))
        }
    }

    @Test
    func `nothing is asked of Apify while no feed is due`() throws {
        let starts = fed.apify.startedRuns().count
        let run = try fed.ingest(["run", "--due"])
        #expect(run.ending == .exited(0))
        #expect(run.output.contains("no feed is due"))
        #expect(fed.apify.startedRuns().count == starts)
    }

    @Test
    func `one run serves every feed, and one that fails keeps no other from it`() throws {
        fed.apify.host("tall~tree", RunScript(.reels(3)))
        fed.apify.host("small~boat", RunScript(.reels(5)))
        let settings = [
            "SHORTPULSE_SCHEMA": "several_feeds", "APIFY_FEEDS": "trees,boats",
            "APIFY_FEED_TREES_ACTOR_ID": "tall~tree", "APIFY_FEED_BOATS_ACTOR_ID": "small~boat",
        ]
        #expect(try fed.ingest(["migrate"], settings: settings).ending == .exited(0))
        let run = try fed.ingest(["run"], settings: settings)
        #expect(run.ending == .exited(0), "\(run.output)")
        #expect(run.output.contains("trees: received 3 = ") && run.output.contains("boats: received 5 = "))
        #expect(fed.apify.startedRuns(of: "tall~tree").count == 1)
        #expect(fed.apify.startedRuns(of: "small~boat").count == 1)

        let wrong = settings.merging(["APIFY_FEED_TREES_ACTOR_ID": "no~tree"]) { $1 }
        let again = try fed.ingest(["run"], settings: wrong)
        #expect(again.ending == .exited(1), "\(again.output)")
        #expect(again.output.contains("check APIFY_ACTOR_ID") && again.output.contains("boats: received 5 = "))
        #expect(fed.apify.startedRuns(of: "small~boat").count == 2)
        #expect(try status(settings).feeds.map(\.name) == ["trees", "boats"])
    }

    private func status(_ settings: [String: String] = [:]) throws -> StatusObject {
        let program = try fed.ingest(["status", "--json"], settings: settings)
        #expect(program.ending == .exited(0), "\(program.output)")
        return try JSONDecoder().decode(StatusObject.self, from: Data(program.output.utf8))
    }

    private static let members = [
        "active_run", "cost_usd_last_30d", "feeds", "last_scraped_at", "latest_state_count", "reels_published_last_7d",
        "runs", "runs_with_cost_open", "schema", "stranded_runs", "total_raw_events",
    ]
    private static let feedMembers = [
        "actor", "interrupted_run_id", "interval_hours", "last_started_at", "name", "next_due_at", "platform",
    ]
    private static let activeRunMembers = ["host", "id", "items_fetched", "items_total", "process_id", "stage"]
    private static let runMembers = [
        "apify_run_id", "cost_usd", "error", "feed", "finished_at", "id", "items_duplicate", "items_observed",
        "items_received", "items_rejected", "platform", "source", "started_at", "state",
    ]
}

/// What `status --json` says, with the names of all members, those that are null included.
private struct StatusObject: Decodable {
    struct Feed: Decodable {
        let name: String
        let members: [String]

        init(from decoder: any Decoder) throws {
            members = try decoder.memberNames()
            name = try decoder.container(keyedBy: MemberName.self).decode(String.self, forKey: "name")
        }
    }

    /// Any object.
    struct Members: Decodable {
        let members: [String]

        init(from decoder: any Decoder) throws {
            members = try decoder.memberNames()
        }
    }

    let members: [String]
    let feeds: [Feed]
    let runs: [Members]
    let active_run: Members?

    init(from decoder: any Decoder) throws {
        members = try decoder.memberNames()
        let container = try decoder.container(keyedBy: MemberName.self)
        feeds = try container.decode([Feed].self, forKey: "feeds")
        runs = try container.decode([Members].self, forKey: "runs")
        active_run = try container.decodeIfPresent(Members.self, forKey: "active_run")
    }
}

/// The name of a member, whatever it is.
private struct MemberName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(stringLiteral: String) { stringValue = stringLiteral }
}

extension Decoder {
    fileprivate func memberNames() throws -> [String] {
        try container(keyedBy: MemberName.self).allKeys.map(\.stringValue)
    }
}
