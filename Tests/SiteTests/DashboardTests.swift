import Reels
import Scoring
import Site
import System
import Testing

struct DashboardTests {
    private static func page(_ state: PagesState) -> String { state.world.ask("/" + state.query).text }

    /// What stands in the fact of that name, without its markup.
    private static func fact(_ name: String, _ page: String) -> String {
        let parts = page.split(separator: "<dt>\(name)</dt>", maxSplits: 1)
        let markup = parts.count < 2 ? "" : parts[1].split(separator: "</div>")[0]
        let texts = markup.split(separator: "<").map { piece in
            piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        }
        return texts.joined(separator: " ").split(separator: " ").joined(separator: " ")
            .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    @Test("the medians of one platform are told as numbers, those of several each by its name")
    func medians() {
        let world = World()
        world.shelf.put([
            .sample("a", .tiktok, hoursOld: 10, views: 1_000, likes: 500, creator: "x"),
            .sample("b", .tiktok, hoursOld: 10, views: 3_000, likes: 300, creator: "x"),
            .sample("c", .tiktok, hoursOld: 10, views: 50_000, likes: nil, creator: "y"),
            .sample("d", .youtube, hoursOld: 10, views: 700, likes: nil, creator: "x"),
        ])
        let both = world.ask("/").text
        #expect(Self.fact("Median views/h", both) == "300 TikTok 70 YouTube")
        #expect(Self.fact("Median engagement", both) == "30.0 % TikTok – not known YouTube")
        #expect(Self.fact("Channels", both) == "3 with reels of 7 days")
        let one = world.ask("/?platform=tiktok").text
        #expect(Self.fact("Median views/h", one) == "300 TikTok, 7 days")
        #expect(Self.fact("Channels", one).hasPrefix("2 "))
    }

    @Test("reels are counted in every window, and each count leads to it")
    func windows() {
        let world = World()
        world.shelf.put(
            [5, 200, 300, 1_000].map { .sample("r\($0)", hoursOld: Double($0), views: 9) })
        let page = world.ask("/?platform=tiktok").text
        #expect(Self.fact("Reels", page) == "1 in 7 days 3 in 30 days 4 in 90 days")
        for address in ["/performance?", "/performance?window=30d&amp;", "/performance?window=90d&amp;"] {
            #expect(page.contains("<a href=\"\(address)platform=tiktok\">"))
        }
    }

    @Test("breakouts are counted as the answers of the API have them", arguments: [3, 40, 400])
    func breakouts(count: Int) {
        let world = World()
        world.shelf.put(Observation.many(count))
        let states = world.ask("/reels/performance").text
        let confirmed = states.ranges(of: #""breakout_state":"confirmed""#).count
        let candidates = states.ranges(of: #""breakout_state":"candidate""#).count
        let expected =
            count < 60
            ? "– not known too few reels to tell"
            : "\(confirmed) confirmed \(candidates) candidate\(candidates == 1 ? "" : "s") beside"
        #expect(Self.fact("Breaking out", world.ask("/").text) == expected)
    }

    @Test("the top reel is a confirmed breakout before a higher score that is none")
    func top() throws {
        let world = World()
        world.shelf.put(Observation.breakouts)
        let best = try #require(world.ask("/reels/performance?limit=1").reels.keys.first)
        #expect(best == "candidate")
        let page = world.ask("/").text
        #expect(page.contains("the highest score of the confirmed breakouts"))
        #expect(page.contains("<bdi>Kiln Studio</bdi>") && page.contains("href=\"/creators/youtube/Kiln%20Studio\""))
        #expect(page.contains("12\u{A0}h old") || page.contains("12\u{A0}h\u{A0}old"))
        #expect(page.contains("faster than all 40 at this age, 116\u{A0}k/h now, 1.2\u{A0}× its average."))
    }

    @Test("without a breakout the best score is the top reel, and without a score there is none")
    func noTop() {
        let world = World()
        world.shelf.put([.sample("a", hoursOld: 5, views: 9, likes: 1, creator: "kiln")])
        #expect(world.ask("/").text.contains("the highest score; too few reels to tell what breaks out"))
        world.shelf.put([.sample("a", hoursOld: 5, views: 9, creator: "kiln")])
        #expect(world.ask("/").text.contains("No reel has a score in this window."))
    }

    @Test("only one who reaches 95 is amber, and where none does the best is named")
    func amber() {
        #expect(Self.page(.live).contains("fact-top"))
        #expect(!Self.page(.noTop).contains("fact-top") && !Self.page(.noTop).contains("F5B942"))
        #expect(Self.fact("Top performers", Self.page(.noTop)).hasPrefix("0 none reaches 95, the best "))
        #expect(!Self.page(.few).contains("fact-top"))
    }

    @Test("there are three cards, and what is coming is called that")
    func cards() {
        for state in [PagesState.live, .empty, .sampleByDefault] {
            let page = Self.page(state)
            #expect(page.ranges(of: "<article class=\"card").count == 3)
            #expect(page.ranges(of: "Coming: see what is planned").count == 2)
            #expect(page.contains("per user and secure"))
        }
    }

    @Test("data says when it ends and the next run when it is due, but not of the past or of a sample")
    func ages() {
        #expect(Self.page(.live).contains("next run due <time"))
        #expect(Self.page(.stale).contains("next run was due <time"))
        #expect(Self.page(.stale).contains("The data is old."))
        for state in [PagesState.past, .sampleByDefault] { #expect(!Self.page(state).contains("next run")) }
    }

    @Test("every link within the page keeps the instant, but those to the present and to the runs")
    func links() {
        let page = PagesState.past.world.ask("/" + PagesState.past.query).text
        let others = ["/?window=30d&platform=tiktok", "/", "/ingest/runs", "/health", "/api", "/js/shortpulse.js"]
        for link in PagesMarkup(page).destinations
        where link.hasPrefix("/") && !link.hasPrefix("/css/") && !link.hasPrefix("/icons/") && !others.contains(link) {
            #expect(link.contains("as_of="), "\(link)")
        }
    }
}
