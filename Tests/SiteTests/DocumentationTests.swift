import FoundationEssentials
import Reels
import Scoring
import Site
import Testing

/// `docs/api.md` says what the site does.
struct DocumentationTests {
    private let world = World()
    private let page: [Substring]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appending(path: "docs/api.md")
        page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        world.shelf.put(Observation.breakouts)
    }

    /// The lines from a heading to the next.
    private func section(_ heading: String) -> [Substring] {
        Array(page.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") })
    }

    /// The names in the first column of the table under a heading, in their order.
    private func names(_ heading: String) -> [String] {
        section(heading).filter { $0.hasPrefix("| `") }.map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    }

    @Test("every field of a reel is described, in the order of the answer")
    func reelFields() {
        let header = world.ask("/reels/performance?format=csv&limit=1").text.prefix { $0 != "\r\n" }
        #expect(names("### Fields of a reel") == header.split(separator: ",").map { String($0) })
    }

    @Test("every row of a table of fields has its unit and its meaning", arguments: ["cohort", "reel", "observation"])
    func rows(of: String) {
        let rows = section("### Fields of a" + (of == "observation" ? "n " : " ") + of).filter { $0.hasPrefix("| `") }
        #expect(rows.allSatisfy { $0.split(separator: "|").map(\.count).allSatisfy { $0 > 3 } })
        #expect(rows.allSatisfy { $0.count { $0 == "|" } == 4 })
    }

    @Test(
        "the tables of fields have the words of the description",
        arguments: DescribedObject.all.filter {
            $0.isTold && !["RunList", "Accepted", "Ingested", "Change", "Problem"].contains($0.name)
        })
    func words(of object: DescribedObject) {
        let rows = object.fields.map { field in
            "| `\(field.name)` | " + (field.unit.map { $0 + " | " } ?? "") + field.meaning + " |"
        }
        #expect(section(object.heading).filter { $0.hasPrefix("| `") } == rows.map { $0[...] })
    }

    @Test("the table of parameters has the words of the description")
    func parameterWords() throws {
        let route = try #require(DescribedRoute.all.first { $0.path == "/reels/performance" })
        let rows = route.parameters.map { "| `\($0.name)` | \($0.values) | \($0.usual) |" }
        #expect(section("### Parameters").filter { $0.hasPrefix("| `") } == rows.map { $0[...] })
    }

    @Test("the frame, the cohorts and their changes have the members that are described")
    func frame() throws {
        let response = world.ask("/reels/performance")
        #expect(names("### The answer") == Written(response.text).names)
        let cohort = try #require(response.cohorts.first)
        #expect(names("### Fields of a cohort") == cohort.names)
        let change = try #require(Written(cohort["changes"] ?? "").elements.first)
        #expect(change.names == ["kind", "reel_id", "reason"])
    }

    @Test("one reel is told as it is described")
    func reel() throws {
        let answer = Written(world.ask("/reels/youtube/confirmed").text)
        #expect(names("## GET /reels/{platform}/{reel_id}") == answer.names)
        #expect(Written(answer["reel"] ?? "").names == names("### Fields of a reel"))
        let observation = try #require(Written(answer["observations"] ?? "").elements.first)
        #expect(names("### Fields of an observation") == observation.names)
    }

    @Test("every parameter is described, in the order in which an answer names them")
    func parameters() {
        let known = world.ask("/reels/performance?nonsense=1").text
        #expect(known.contains("known are " + names("### Parameters").joined(separator: ", ") + "."))
    }

    @Test("every route is answered")
    func routes() {
        let routes = names("## Routes")
        #expect(routes.count == 10)
        world.desk.set { $0.runs = [Run(id: Desk.runID(1), source: .apify, state: .succeeded, startedAt: noon)] }
        for route in routes {
            let parts = route.split(separator: " ")
            let path = parts[1].replacing("{platform}/{reel_id}", with: "youtube/confirmed")
                .replacing("{id}", with: Desk.runID(1))
            let status = world.ask(String(path), method: String(parts[0])).status
            #expect(status == (route.hasPrefix("POST") ? 401 : 200), "\(route)")
        }
    }

    @Test(
        "what is told of ingestion is described",
        arguments: [("## GET /health", "/health"), ("## GET /ingest/status", "/ingest/status")])
    func ingestion(heading: String, path: String) {
        #expect(names(heading) == Written(world.ask(path).text).names)
    }

    @Test("every member of a run is described")
    func runs() {
        world.desk.set { $0.runs = [Run(id: Desk.runID(1), source: .apify, state: .succeeded, startedAt: noon)] }
        let run = world.ask("/ingest/runs/\(Desk.runID(1))")
        #expect(names("## GET /ingest/runs") == Written(run.text).names)
    }

    @Test("the example is what is answered")
    func example() throws {
        let section = section("### Example")
        let target = try #require(section.joined().split(separator: "`GET ").last?.prefix { $0 != "`" })
        let lines = section.drop { $0 != "```json" }.dropFirst().prefix { $0 != "```" }
        let text = lines.map { String($0.drop { $0 == " " }).replacing("\": ", with: "\":") }.joined()
        #expect(world.ask(String(target)).text == text)
    }
}
