import Reels
import Site
import Testing

/// What `/performance` says, and how it can be asked.
struct PagesPerformanceTests {
    private let world: World = {
        let world = World()
        world.shelf.put(Observation.breakouts)
        return world
    }()

    private func page(_ query: String = "") -> String { world.ask("/performance" + query).text }

    @Test func `the parts of the page come in the order in which they are needed`() throws {
        let text = page()
        let parts = [
            "class=\"status\"", "Breaking out now", "Since the last run", "id=\"scatter-title\"", ">Outliers<",
            ">Ranking<",
            "The middle of the cohort", "Leading reels", "How these numbers are made",
        ]
        let places = try parts.map { try #require(text.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
    }

    @Test func `the confirmed come before the candidates, each with its reason`() throws {
        let panel = try #require(page().panel("breakouts"))
        #expect(panel.contains("1 confirmed, 1\u{A0}candidate"))
        let names = panel.split(separator: "<li").dropFirst()
        #expect(names.count == 2)
        #expect(names.first?.contains("badge-confirmed\">Confirmed") == true)
        #expect(names.last?.contains("badge-breakout\">Candidate") == true)
        #expect(
            names.first?.contains(
                "12\u{A0}h old, faster than all 40 at this age, 116\u{A0}k/h now, 1.2\u{A0}× its average; new since "
                    + "<time datetime=\"2026-05-01T02:00:00Z\">02:00 UTC</time>.") == true, "\(names.first ?? "")")
        #expect(
            names.last?.contains("1\u{A0}h old, faster than 100\u{A0}% of its cohort, seen once, 900\u{A0}k/h") == true)
    }

    @Test func `a reel that is not fresh is called unseen, and is not among those breaking out`() throws {
        let text = page()
        #expect(text.contains("<span class=\"badge\">Unseen 30\u{A0}h</span>"))
        #expect(try #require(text.panel("breakouts")).contains("unseen") == false)
    }

    @Test("thresholds narrow what is shown, and say so", arguments: ["?min_views=900000", "?min_likes=450000"])
    func thresholds(query: String) {
        let text = page(query)
        #expect(text.rows == (query.contains("views") ? 3 : 3))
        #expect(text.contains("of 44"))
        #expect(text.contains("<details class=\"thresholds\" open=\"\">"))
        #expect(text.contains("Thresholds: 1 set"))
        #expect(
            text.contains("\(query.dropFirst())&amp;format=csv")
                || text.contains("\(query.dropFirst())&amp;sort=breakout_state&amp;format=csv"))
    }

    @Test func `a cell of the scatter narrows the table alone`() throws {
        let text = page("?cell=velocity-39-39")
        #expect(text.rows < 44)
        #expect(try #require(text.panel("breakouts")).contains("1 confirmed, 1\u{A0}candidate"))
    }

    @Test func `a platform of few reels adds none to those in the corner`() {
        let few = (0..<6).map { number in
            Observation.sample(
                "few\(number)", .tiktok, hoursOld: 5, views: Int64(number) * 1_000, likes: Int64(number * number) * 90)
        }
        let alone = page("?platform=youtube").captionOfCorner
        world.shelf.put(Observation.breakouts + few)
        #expect(alone != nil && page().captionOfCorner == alone)
    }

    @Test func `thresholds narrow every list, and no sentence speaks of what they hide`() throws {
        let text = page("?min_views=9000000")
        #expect(text.contains("No outlier is above these thresholds."))
        #expect(text.contains("No reel above these thresholds is breaking out."))
        #expect(try #require(text.panel("changes")).contains("<li") == false)
        #expect(!text.contains("reaches 95") && !text.contains("reach 95"))
    }

    @Test func `who goes elsewhere in time keeps what was chosen, and begins the table anew`() {
        let links = PagesMarkup(page("?as_of=2026-05-01T06%3A00%3A00Z&min_views=5&sort=views&axes=tail")).destinations
        #expect(links.filter { $0 == "/performance?min_views=5&sort=views&axes=tail" }.count >= 3)
        world.shelf.put(Observation.kiln(120))
        let ticks = PagesMarkup(page("?window=30d&page=2")).destinations.filter { $0.contains("as_of=") }
        #expect(!ticks.isEmpty && !ticks.contains { $0.contains("page=") })
    }

    @Test func `the way to all breakouts leads out of a cell`() {
        world.shelf.put(
            Observation.breakouts
                + (0..<300).map { number in
                    .sample(
                        "b\(number)", .youtube, hoursOld: 1, views: 9_000 + Int64(number) * 99_999,
                        likes: Int64(number) * 9_000)
                })
        let link = PagesMarkup(page("?cell=velocity-39-39")).destinations.filter { $0 == "/performance#ranking" }
        #expect(link.count == 1)
    }

    @Test(
        "every heading sorts, the present one the other way",
        arguments: ["views", "publish_time", "equal_age_percentile"])
    func headings(field: String) {
        #expect(page().contains("/performance?sort=\(field)#ranking"))
        let sorted = page("?sort=\(field)")
        #expect(sorted.contains("aria-sort=\"descending\""))
        #expect(sorted.contains("/performance?sort=\(field)&amp;order=asc#ranking"))
        #expect(page("?sort=\(field)&order=asc").contains("aria-sort=\"ascending\""))
    }

    @Test func `the table goes on on further pages, and a page too far says so`() {
        world.shelf.put(PagesState.pageful)
        let pages = (1...8).map { page("?page=\($0)".replacing("?page=1", with: "")) }
        #expect(pages.map(\.rows) == [50, 50, 50, 50, 50, 50, 50, 10])
        #expect(pages[1].contains("51–100 of 360\u{A0}reels"))
        #expect(pages[7].contains("/performance?page=7#ranking") && !pages[7].contains("page=9"))
        #expect(page("?page=9").contains("The list is shorter than that."))
    }

    @Test("the files of a page hold exactly its rows, in their order", arguments: [1, 2, 8])
    func downloads(number: Int) throws {
        world.shelf.put(PagesState.pageful)
        let query = number == 1 ? "?sort=views&order=asc" : "?sort=views&order=asc&page=\(number)"
        let markup = PagesMarkup(page(query))
        let file = try #require(markup.destinations.first { $0.contains("format=ndjson") && $0.contains("limit=50") })
        let rows = world.ask(file).text.split(separator: "\n").count
        #expect(rows == (number == 8 ? 10 : 50))
        let first = try #require(world.ask(file).text.firstMatch(of: /"reel_id":"([^"]*)"/)?.1)
        let shown = try #require(page(query).firstMatch(of: /<tbody><tr.*?href="\/performance\/[a-z]*\/([^"?]*)/)?.1)
        #expect(first == shown)
    }

    @Test(
        "rubbish is dropped or refused", arguments: [("utm_source=x&sort=views", 303), ("sort=", 303), ("sort=x", 422)])
    func rubbish(query: String, status: Int) {
        #expect(world.ask("/performance?" + query).status == status)
    }
}

extension String {
    /// Rows of the ranking.
    fileprivate var rows: Int { ranges(of: "<td class=\"rank\">").count }

    /// How many are in the corner of the scatter.
    fileprivate var captionOfCorner: Substring? {
        split(separator: "Breakout: ").dropFirst().first?.prefix { $0 != "<" }
    }

    /// The section of that class.
    fileprivate func panel(_ name: String) -> String? {
        split(separator: "<section class=\"panel \(name)\"").dropFirst().first?.split(separator: "</section>").first
            .map(String.init)
    }
}
