import Reels
import Site
import Testing

struct PagesHostileTests {
    private static let tags: Set<String> = [
        "a", "article", "aside", "bdi", "body", "button", "caption", "circle", "code", "dd", "defs", "desc", "details",
        "div",
        "dl", "dt", "figcaption", "figure", "footer", "foreignObject", "form", "g", "h1", "h2", "h3", "head", "header",
        "html",
        "input", "label", "li", "line", "linearGradient", "link", "main", "meta", "nav", "ol", "p", "path", "rect",
        "script", "section",
        "small", "span", "stop", "strong", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "time",
        "title",
        "tr", "ul",
    ]

    @Test("no element and no attribute comes from outside", arguments: PagesState.allCases, ["/", "/performance"])
    func elements(state: PagesState, page: String) {
        let markup = PagesMarkup(state.world.ask(page + state.query).text)
        #expect(markup.tags.isSubset(of: Self.tags), "\(markup.tags.subtracting(Self.tags))")
        #expect(markup.attributes.isDisjoint(with: ["style", "srcdoc", "onerror", "onload", "xlink:href"]))
        #expect(markup.sources == ["/js/shortpulse.js"])
        #expect(!markup.attributes.contains { $0.hasPrefix("on") })
    }

    @Test func `an address that is not the platform's own is never a link`() {
        let text = PagesState.hostile.world.ask("/performance").text
        let markup = PagesMarkup(text)
        #expect(!markup.destinations.contains { $0.lowercased().hasPrefix("javascript:") || $0.hasPrefix("data:") })
        #expect(!markup.destinations.contains { $0.contains("tiktok") && !$0.hasPrefix("/") })
        #expect(text.contains("No address that can be trusted"))
        for text in Observation.hostileAddresses { #expect(!markup.destinations.contains(text)) }
    }

    @Test func `an address that is the platform's own is a link, of its own platform alone`() {
        let world = World()
        let own = "https://www.youtube.com/shorts/abc?a=1&b='2'"
        world.shelf.put([
            .sample("own", .youtube, hoursOld: 2, views: 9, likes: 1, url: own),
            .sample("other", .instagram, hoursOld: 2, views: 9, likes: 1, url: "https://www.youtube.com/shorts/other"),
        ])
        let text = world.ask("/performance/youtube/own").text + world.ask("/performance/instagram/other").text
        #expect(text.contains("href=\"https://www.youtube.com/shorts/abc?a=1&amp;b=&#39;2&#39;\" rel=\"noreferrer\""))
        #expect(!text.contains("href=\"https://www.youtube.com/shorts/other\""))
    }

    @Test("a caption takes no more room than it should", arguments: ["/", "/performance"])
    func lengths(page: String) {
        let text = PagesState.hostile.world.ask(page).text
        let longest = text.split { $0 == "<" || $0 == ">" }.map(\.unicodeScalars.count).max() ?? 0
        #expect(longest <= 1_300)
        #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{0}"))
    }

    @Test(
        "text is held to its length at a character's end",
        arguments: [
            ("abc", 3, "abc"), ("abcd", 3, "abc…"), ("  a \n\t b  ", 9, "a b"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"),
            ("ab\u{202E}c", 3, "abc"),
            ("e\u{301}e\u{301}x", 2, "e\u{301}e\u{301}…"), ("a  b", 2, "a …"),
        ])
    func cut(_ row: (received: String, limit: Int, shown: String)) {
        #expect(ShownText(row.received, limit: row.limit)?.text == row.shown)
    }

    @Test("what cannot be seen is nothing", arguments: [nil, "", "  \n ", "\u{202E}\u{2069}"])
    func nothing(received: String?) {
        #expect(ShownText(received, limit: 9) == nil)
    }
}
