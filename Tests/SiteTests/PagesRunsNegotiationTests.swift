import Reels
import Site
import Testing

struct RunsNegotiationTests {
    private let world = World()
    private let targets = ["/ingest/runs", "/ingest/runs/\(PagesRuns.succeeded.id)"]

    init() {
        world.desk.set { $0.runs = PagesRuns.all }
    }

    @Test(
        "a browser gets a page, and everybody else data; no cache confuses them",
        arguments: [
            (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
            ("application/json", "application/json"), ("text/*", "application/json"),
            ("application/json, text/html;q=0.9", "application/json"), ("text/html;q=0", "application/json"),
            ("text/html, application/json", "application/json"), ("text/html", "text/html; charset=utf-8"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ] as [(String?, String)])
    func forms(accept: String?, type: String) {
        for target in targets {
            let headers = accept.map { ["accept": $0] } ?? [:]
            let get = world.ask(target, headers: headers)
            #expect(get.status == 200)
            #expect(get["Content-Type"] == type)
            #expect(get["Vary"] == "Accept, Accept-Encoding")
            #expect(get["Cache-Control"] == "no-store")
            #expect(get["ETag"] == nil)
            let head = world.ask(target, method: "HEAD", headers: headers)
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head["Content-Type"] == type)
            #expect(head["Content-Length"] == String(get.body.count))
        }
    }

    @Test("what only pages tell is no member of the data")
    func members() {
        let text = world.ask("/ingest/runs/\(PagesRuns.fetching.id)").text
        #expect(!text.contains("pottery") && !text.contains("progress") && !text.contains("500"))
    }

    @Test("no element, attribute or direction comes from a feed's name, an error, a status or Apify's id")
    func hostile() {
        for text in Observation.hostileTexts {
            for state in RunState.allCases { expectInert(PagesRuns.hostile(text, state)) }
        }
    }

    private func expectInert(_ run: Run) {
        world.desk.set { $0.runs = [run] }
        for target in ["/ingest/runs", "/ingest/runs/\(run.id)"] {
            let response = world.ask(target, headers: ["accept": "text/html"])
            let page = PagesMarkup(response.text)
            #expect(response.status == 200)
            #expect(page.tags.isDisjoint(with: ["img", "style", "iframe", "b"]))
            #expect(!page.attributes.contains { $0.hasPrefix("on") || $0 == "style" })
            #expect(page.sources == ["/js/shortpulse.js"])
            #expect(page.destinations.allSatisfy { $0.hasPrefix("/") || $0 == "#content" })
            #expect(!response.text.unicodeScalars.contains("\u{202E}"))
            #expect(!response.text.unicodeScalars.contains("\u{0}"))
            #expect(response.body.count < 40_000)
        }
    }
}
