import Reels
import Site
import Testing

struct PagesLinkTests {
    private static let pages = ["/", "/performance", "/creator-studio", "/media-library", "/nowhere"]

    @Test("every link of ours leads to an answer without a detour", arguments: PagesState.allCases, pages)
    func ours(state: PagesState, page: String) {
        let world = state.world
        let markup = PagesMarkup(world.ask(page + state.query, headers: ["accept": "text/html"]).text)
        let links = Set(markup.destinations).filter {
            $0.hasPrefix("/") && !$0.hasPrefix("/css/") && !$0.hasPrefix("/icons/")
        }
        #expect(links.count >= 7)
        // A browser keeps what follows the # to itself.
        for link in Set(links.map { String($0.prefix { $0 != "#" }) }) where link != "/ingest/run" {
            #expect(world.ask(link).status == 200, "\(link)")
            #expect(world.ask(link, headers: ["accept": "text/html"]).status == 200, "\(link) for a browser")
        }
    }

    @Test("every other link leads within the page or to a platform", arguments: PagesState.allCases, pages)
    func others(state: PagesState, page: String) {
        let markup = PagesMarkup(state.world.ask(page + state.query, headers: ["accept": "text/html"]).text)
        let hosts = Platform.allCases.flatMap(\.hosts)
        for link in markup.destinations where !link.hasPrefix("/") {
            let isWithin = link.hasPrefix("#") && markup.ids.contains(String(link.dropFirst()))
            let isReel = hosts.contains { link.hasPrefix("https://www.\($0)/") }
            #expect(isWithin || isReel, "\(link)")
        }
        #expect(!markup.destinations.contains { $0.hasPrefix("//") })
        #expect(Set(markup.ids).count == markup.ids.count)
    }

    @Test("where a page speaks of runs it leads to them", arguments: [PagesState.stale, .empty, .live])
    func runs(state: PagesState) {
        let text = state.world.ask("/performance" + state.query).text
        #expect(text.ranges(of: "<a href=\"/ingest/runs\">").count == 2, "one beside the foot's")
    }

    @Test func `every link of the pages of runs leads to an answer without a detour`() {
        let world = PagesState.live.world
        world.desk.set { $0.runs = PagesRuns.all }
        for page in ["/ingest/runs", "/ingest/runs?limit=2"] + PagesRuns.all.map({ "/ingest/runs/\($0.id)" }) {
            let links = PagesMarkup(world.ask(page, headers: ["accept": "text/html"]).text).destinations
            for link in Set(links) where link.hasPrefix("/") && !link.hasPrefix("/css/") && !link.hasPrefix("/icons/") {
                #expect(world.ask(link, headers: ["accept": "text/html"]).status == 200, "\(link)")
            }
        }
    }

    @Test func `a link of the page keeps what the reader chose, and changes one thing`() {
        let links = PagesMarkup(PagesState.past.world.ask("/performance" + PagesState.past.query).text).destinations
        let asOf = "as_of=2026-05-01T06%3A00%3A00Z"
        for expected in [
            "/performance?window=30d&platform=youtube&\(asOf)", "/performance?window=30d&\(asOf)",
            "/performance?platform=tiktok&\(asOf)", "/performance?window=30d&platform=tiktok&\(asOf)&dataset=sample",
            "/performance?window=30d&platform=tiktok", "/?window=30d&platform=tiktok&\(asOf)",
            "/reels/performance?window=30d&platform=tiktok&\(asOf)&sort=breakout_state&format=csv",
        ] {
            #expect(links.contains(expected), "\(expected)")
        }
    }

    @Test func `the form for an ingestion is there only for an operator, and only at present`() {
        let field = "name=\"operator_token\""
        #expect(PagesState.live.world.ask("/performance").text.contains(field))
        #expect(!PagesState.stale.world.ask("/performance").text.contains(field))
        #expect(!PagesState.live.world.ask("/performance?as_of=2026-05-01T06%3A00%3A00Z").text.contains(field))
    }
}
