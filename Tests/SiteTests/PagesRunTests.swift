import Reels
import Site
import Testing

private let browser = ["accept": "text/html,application/xhtml+xml,*/*;q=0.8"]

struct RunPageTests {
    private let world = World()

    private func page(_ run: Run) -> Response {
        world.desk.set { $0.runs = [run] }
        return world.ask("/ingest/runs/\(run.id)", headers: browser)
    }

    @Test("a run looks as recorded", arguments: ["fetching", "succeeded", "failed", "imported"])
    func recorded(name: String) throws {
        let run = try #require(PagesRuns.recorded[name])
        try PageSnapshot.expect(page(run), isLike: "run-\(name).html")
    }

    @Test(
        "what a run is doing is said in words",
        arguments: [
            (RunState.queued, nil, "Queued"), (.running, nil, "Running"),
            (.running, RunProgress(stage: .queued), "Queued"),
            (.running, RunProgress(stage: .starting), "Starting at Apify"),
            (.running, RunProgress(stage: .remote(status: "RUNNING")), "Waiting for Apify"),
            (.running, RunProgress(stage: .fetching), "Fetching"),
            (.running, RunProgress(stage: .fetching, itemsFetched: 500), "Fetching, 500 so far"),
            (.running, RunProgress(stage: .fetching, itemsTotal: 1_200), "Fetching 0 of 1\u{202F}200"),
            (.running, RunProgress(stage: .fetching, itemsFetched: 7, itemsTotal: 0), "Fetching 7 of 0"),
            (.running, RunProgress(stage: .storing, itemsFetched: 9, itemsTotal: 9), "Storing"),
            // What has ended says how, whatever stage is left over.
            (.succeeded, RunProgress(stage: .fetching), "Succeeded"), (.empty, nil, "Empty"),
            (.partial, nil, "Partial"), (.failed, nil, "Failed"),
        ] as [(RunState, RunProgress?, String)])
    func words(state: RunState, progress: RunProgress?, words: String) {
        let text = page(PagesRuns.run(1, state, progress: progress)).text
        #expect(text.contains("<h1>\(words)</h1>"))
        #expect(text.contains("<title>\(words) · Run · ShortPulse</title>"))
    }

    @Test("the page renews itself while the run goes on, and then no more", arguments: RunState.allCases)
    func refresh(state: RunState) {
        let response = page(PagesRuns.run(1, state))
        #expect(response.status == 200)
        #expect(response["Refresh"] == (state.isActive ? "2" : nil))
        #expect(response.text.contains("This page renews itself") == state.isActive)
    }

    @Test("a bar is drawn where the whole is known, and never beyond its end")
    func bar() {
        let bar = { (fetched: Int64, total: Int64?) in
            page(
                PagesRuns.run(
                    1, .running,
                    progress: RunProgress(stage: .fetching, itemsFetched: fetched, itemsTotal: total))
            ).text.split(separator: "<progress ").dropFirst().first.map { String($0.prefix { $0 != "c" }) }
        }
        #expect(bar(500, 1_200) == "value=\"500\" max=\"1200\" ")
        #expect(bar(1_300, 1_200) == "value=\"1200\" max=\"1200\" ")
        #expect(bar(500, nil) == nil)
        #expect(bar(0, 0) == nil)
    }

    @Test("the step that the run has come to is marked, and those before it are done")
    func steps() {
        let text = page(PagesRuns.fetching).text
        #expect(text.contains("<li class=\"step\" aria-current=\"step\">Fetching</li>"))
        #expect(text.contains("<li class=\"step step-done\">At Apify<span"))
        #expect(text.contains("<li class=\"step\">Storing</li>"))
    }

    @Test("what has ended shows no steps and no bar, though a progress be left over")
    func noStepsAfterwards() {
        let ended = page(PagesRuns.with(PagesRuns.fetching) { $0.state = .failed }).text
        #expect(!ended.contains("<ol") && !ended.contains("<progress"))
    }

    @Test("received is the sum of what is told beside it, once it is known")
    func counts() {
        let text = page(PagesRuns.succeeded).text
        for (name, value) in [
            ("Received", "1\u{202F}200"), ("Observed", "1\u{202F}150"), ("Duplicate", "38"), ("Rejected", "12"),
        ] {
            #expect(text.contains("<dt>\(name)</dt><dd>\(value)</dd>"))
        }
        #expect(!page(PagesRuns.fetching).text.contains("<dt>Received</dt>"))
    }

    @Test("the cost is told once it has settled, and never guessed")
    func cost() {
        let cost = { (change: (inout Run) -> Void) in
            page(PagesRuns.with(PagesRuns.succeeded, change)).text.split(separator: "<dt>Cost</dt><dd>")
                .dropFirst().first.map { String($0.prefix { $0 != "<" }) }
        }
        #expect(cost { $0.costUSD = 0.4 } == "$0.40")
        #expect(cost { $0.costUSD = nil } == "not settled yet")
        #expect(cost { ($0.costUSD, $0.apifyRunID) = (nil, nil) } == "")
        #expect(!page(PagesRuns.imported).text.contains("<dt>Cost</dt>"))
    }

    @Test("how long it takes is counted from its start to now, how long it took to its end")
    func duration() {
        #expect(page(PagesRuns.fetching).text.contains("<li>2\u{A0}min\u{A0}0\u{A0}s so far</li>"))
        #expect(page(PagesRuns.succeeded).text.contains("<li>took 1\u{A0}min\u{A0}23\u{A0}s</li>"))
        let ahead = PagesRuns.run(1, .running, minutes: 90)
        #expect(page(ahead).text.contains("<li>under\u{A0}1\u{A0}s so far</li>"))
        let lost = page(PagesRuns.with(PagesRuns.failed) { $0.finishedAt = nil }).text
        #expect(!lost.contains("took ") && !lost.contains("so far"))
    }

    @Test(
        "what a run brought can be looked at where there is something",
        arguments: [
            (RunState.succeeded, true), (.partial, true), (.empty, false), (.failed, false), (.running, false),
            (.queued, false),
        ])
    func reels(state: RunState, leads: Bool) {
        let link = "<a href=\"/performance?platform=tiktok\" class=\"button button-primary\">See the reels</a>"
        #expect(page(PagesRuns.run(1, state)).text.contains(link) == leads)
    }

    @Test("a failure says why and what to do, or that nobody wrote it down")
    func failure() {
        let text = page(PagesRuns.failed).text
        #expect(text.contains("the account has no credit left. Add credit at Apify"))
        #expect(text.contains("<code>shortpulse-ingest run</code> tries again."))
        #expect(page(PagesRuns.run(1, .failed)).text.contains("No reason was recorded."))
    }

    @Test("while the database is away the page says so and asks again, and a program is told as ever")
    func unavailable() {
        world.desk.set { $0.isReachable = false }
        let response = world.ask("/ingest/runs/\(Desk.runID(1))", headers: browser)
        #expect(response.status == 503)
        #expect(response["Refresh"] == "5")
        #expect(response["Retry-After"] == "5")
        #expect(response.text.contains("The database did not answer. This page asks again by itself."))
        #expect(world.ask("/ingest/runs/\(Desk.runID(1))")["Refresh"] == nil)
        #expect(world.ask("/ingest/runs", headers: browser)["Refresh"] == nil)
    }

    @Test("a run that nobody knows is a page with 404", arguments: [Desk.runID(5), "1", "%3Cscript%3E"])
    func unknown(id: String) {
        let response = world.ask("/ingest/runs/\(id)", headers: browser)
        #expect(response.status == 404)
        #expect(response["Content-Type"] == "text/html; charset=utf-8")
        #expect(response["Refresh"] == nil)
    }
}
