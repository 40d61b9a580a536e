import Reels
import Site
import Testing

private let browser = ["accept": "text/html,application/xhtml+xml,*/*;q=0.8"]

struct RunsPageTests {
    private let world = World()

    private func page(_ target: String = "/ingest/runs") -> Response {
        world.ask(target, headers: browser)
    }

    @Test("the runs look as recorded")
    func recorded() throws {
        world.desk.set { $0.runs = PagesRuns.all }
        try PageSnapshot.expect(page(), isLike: "runs.html")
    }

    @Test("before the first run the page says how to begin")
    func empty() throws {
        try PageSnapshot.expect(page(), isLike: "runs-empty.html")
        #expect(page().text.contains("Nothing has been ingested yet"))
        #expect(page().text.contains("shortpulse-ingest import"))
    }

    @Test("each run is a link to its page, newest first")
    func links() {
        world.desk.set { $0.runs = PagesRuns.all }
        let links = PagesMarkup(page().text).destinations.filter { $0.hasPrefix("/ingest/runs/") }
        #expect(links == [3, 9, 8, 7, 6, 5, 4].map { "/ingest/runs/\(Desk.runID($0))" })
    }

    @Test("a run that goes on is marked by words and shape, and its counts are not known yet")
    func active() {
        world.desk.set { $0.runs = [PagesRuns.fetching] }
        let text = page().text
        #expect(text.contains("<tr class=\"row-active\">"))
        #expect(text.contains("<span class=\"state state-active\">Fetching 500 of 1\u{202F}200</span>"))
        #expect(text.contains("data-label=\"Received\"><span class=\"unknown\">"))
        world.desk.set { $0.runs = [PagesRuns.succeeded] }
        #expect(!page().text.contains("row-active") && !page().text.contains("state-active"))
        #expect(page().text.contains("data-label=\"Received\">1\u{202F}200</td>"))
    }

    @Test("a long error is shortened in the table, and whole on its own page")
    func longError() {
        let long = "begin " + String(repeating: "word ", count: 100) + "end"
        world.desk.set { $0.runs = [PagesRuns.with(PagesRuns.failed) { $0.error = long }] }
        #expect(page().text.contains("begin word") && !page().text.contains("word end"))
        #expect(page("/ingest/runs/\(PagesRuns.failed.id)").text.contains("word end"))
    }

    @Test("older runs follow by links, none twice, and back to the newest")
    func following() {
        world.desk.set { $0.runs = PagesRuns.all }
        var seen: [String] = []
        var address: String? = "/ingest/runs?limit=3"
        while let target = address {
            let links = PagesMarkup(page(target).text).destinations
            seen += links.filter { $0.hasPrefix("/ingest/runs/") }
            address = links.first { $0.hasPrefix("/ingest/runs?limit=3&cursor=") }
            #expect(links.contains("/ingest/runs?limit=3") == target.contains("cursor"))
        }
        #expect(seen == [3, 9, 8, 7, 6, 5, 4].map { "/ingest/runs/\(Desk.runID($0))" })
    }

    @Test(
        "a browser comes to the canonical address, and what cannot be is a page with 422",
        arguments: [
            ("/ingest/runs?utm_source=x", "/ingest/runs", 303), ("/ingest/runs?limit=&cursor=", "/ingest/runs", 303),
            ("/ingest/runs?limit=50", "/ingest/runs", 303), ("/ingest/runs?limit=7", nil, 200),
            ("/ingest/runs?a=b&limit=07", "/ingest/runs?limit=7", 303), ("/ingest/runs?limit=0", nil, 422),
            ("/ingest/runs?limit=501", nil, 422), ("/ingest/runs?cursor=00", nil, 422),
            ("/ingest/runs/\(Desk.runID(8))?utm_source=x", "/ingest/runs/\(Desk.runID(8))", 303),
        ] as [(String, String?, Int)])
    func canonical(target: String, location: String?, status: Int) {
        world.desk.set { $0.runs = PagesRuns.all }
        let response = page(target)
        #expect(response.status == status)
        #expect(response["Location"] == location)
        #expect(response["Cache-Control"] == "no-store")
        #expect(status == 303 || response["Content-Type"] == "text/html; charset=utf-8")
    }
}
