import Reels
import Scoring
import Site
import System
import Testing

struct CreatorPageTests {
    /// Five reels of one creator, seen now, and some of others: 1,000 views each but for one of 5,200.
    private static let observations: [Observation] =
        [5, 20, 100, 400, 1_500].enumerated().map { number, age in
            var reel = Observation.sample(
                "k\(number)", hoursOld: Double(age), views: number == 1 ? 5_200 : 1_000, likes: 9, creator: "kiln")
            reel.captionText = "Firing no. \(number)"
            return reel
        } + (0..<20).map { .sample("o\($0)", hoursOld: 3, views: 50, likes: 1, creator: "other\($0)") }

    private static func world(_ observations: [Observation] = observations) -> World {
        let world = World()
        world.shelf.put([], in: .sample)
        world.shelf.put(observations)
        return world
    }

    private static func rows(_ page: String) -> Int { page.ranges(of: "<th scope=\"row\" class=\"cell-reel\">").count }

    @Test("a creator's reels stand against the creator's others, of the longest window whatever is shown")
    func baseline() {
        let page = Self.world().ask("/creators/tiktok/kiln").text
        #expect(Self.rows(page) == 3)
        #expect(page.contains("<span class=\"badge\">5x</span> ×5.2"))
        #expect(page.ranges(of: "×1.0").count == 2, "the others' median is that of the other four")
        #expect(page.contains("1\u{202F}000<small>median of 5\u{A0}reels of 90\u{A0}days</small>"))
        #expect(Self.rows(Self.world().ask("/creators/tiktok/kiln?window=30d").text) == 4)
        #expect(Self.rows(Self.world().ask("/creators/tiktok/kiln?window=90d").text) == 5)
    }

    @Test("a row leads to the reel's page, and windows to each other")
    func links() {
        let page = Self.world().ask("/creators/tiktok/kiln?window=30d&dataset=live").text
        let links = PagesMarkup(page).destinations
        for link in [
            "/performance/tiktok/k1?window=30d&dataset=live", "/creators/tiktok/kiln?window=90d&dataset=live",
            "/creators/tiktok/kiln?dataset=live", "/performance?window=30d&platform=tiktok&dataset=live",
            "/?window=30d&dataset=live", "/performance?window=30d&dataset=live",
        ] {
            #expect(links.contains(link), "\(link)")
        }
    }

    @Test("the instant is carried by every link but the one to the present")
    func asOf() {
        let asOf = "as_of=2026-05-01T12%3A00%3A00Z"
        let page = Self.world().ask("/creators/tiktok/kiln?window=30d&\(asOf)").text
        let others = [
            "/creators/tiktok/kiln?window=30d", "/creators/tiktok/kiln", "/ingest/runs", "/health", "/api",
            "/js/shortpulse.js",
        ]
        for link in PagesMarkup(page).destinations
        where link.hasPrefix("/") && !link.hasPrefix("/css/") && !link.hasPrefix("/icons/") && !others.contains(link) {
            #expect(link.contains(asOf), "\(link)")
        }
        #expect(page.contains("<form method=\"get\" action=\"/creators/tiktok/kiln\""))
        #expect(!page.contains("name=\"platform\""))
    }

    @Test(
        "the canonical address names the platform in the path alone",
        arguments: [
            ("?platform=youtube", ""), ("?window=&as_of=", ""), ("?utm_source=x&window=30d", "?window=30d"),
            ("?as_of=2026-05-01T12:00", "?as_of=2026-05-01T12%3A00%3A00Z"),
        ])
    func canonical(_ row: (sent: String, canonical: String)) {
        let response = Self.world().ask("/creators/tiktok/kiln\(row.sent)")
        #expect(response.status == 303 && response["Location"] == "/creators/tiktok/kiln\(row.canonical)")
    }

    @Test("with fewer than three others there is no multiple, and why is said")
    func noBaseline() {
        let page = Self.world(Self.observations.filter { !["k3", "k4"].contains($0.key.reelID) })
            .ask("/creators/tiktok/kiln").text
        #expect(!page.contains("×") && page.contains("takes 3 other reels of 90\u{A0}days"))
        #expect(!page.contains("class=\"badge\">5x"))
    }

    @Test("a creator without reels in the window has a page that leads to the longer ones")
    func otherWindow() {
        let world = Self.world([.sample("old", hoursOld: 400, views: 9, creator: "kiln")])
        let response = world.ask("/creators/tiktok/kiln")
        #expect(response.status == 200 && response.text.contains("longer windows have some"))
        #expect(Self.rows(world.ask("/creators/tiktok/kiln?window=30d").text) == 1)
    }

    @Test(
        "who is not known is not found, and what was looked at is said",
        arguments: [
            ("/creators/tiktok/nobody", "@⁨nobody⁩” was seen on TikTok"), ("/creators/tiktok/Kiln", "@⁨Kiln⁩”"),
            ("/creators/tiktok/kiln%20", "@⁨kiln⁩”"), ("/creators/youtube/kiln", "“⁨kiln⁩” was seen on YouTube"),
            ("/creators/vine/kiln", "instagram, tiktok, youtube are known"),
            ("/creators/tiktok/kiln?as_of=2026-04-01T00%3A00%3A00Z", "before 2026-04-01 00:00 UTC"),
            ("/creators/tiktok/kiln?dataset=sample", "In the sample no reel"),
            ("/creators/tiktok/%E2%80%AE", "a name that cannot be seen"),
        ])
    func unknown(_ row: (target: String, words: String)) {
        let response = Self.world().ask(row.target)
        #expect(response.status == 404 && response["Content-Type"] == "text/html; charset=utf-8")
        #expect(response.text.contains(row.words), "\(row.words)")
    }

    @Test(
        "whatever a creator is called, the page is found by it and shows it as text",
        arguments: [
            "a/b", "a%2Fb", "%", "100%25", "a?window=9d#x", "a&b=c+d", "\u{202E}gnirts", "مبدع", "e\u{301}", "é", " x ",
            "</title><script>alert(1)</script>", "' onfocus='alert(1)", "\\", "..a", "...",
            String(repeating: "long", count: 400),
        ])
    func hostile(name: String) throws {
        let world = Self.world([.sample("a", hoursOld: 2, views: 9, likes: 1, creator: name)])
        let links = PagesMarkup(world.ask("/").text).destinations
        let link = try #require(links.first { $0.hasPrefix("/creators/") })
        let response = world.ask(link)
        #expect(response.status == 200, "\(link)")
        #expect(Self.rows(response.text) == 1)
        #expect(response.text.ranges(of: "<script").count == 1, "one, which is ours")
        #expect(!response.text.unicodeScalars.contains("\u{202E}"))
        #expect(!PagesMarkup(response.text).attributes.contains { $0.hasPrefix("on") })
    }

    @Test(
        "who cannot be named in an address has no link",
        arguments: [".", "..", "", "nul\u{0}", String(repeating: "wide", count: 2_500)])
    func withoutAddress(name: String) {
        let world = Self.world([.sample("a", hoursOld: 2, views: 9, likes: 1, creator: name)])
        let page = world.ask("/")
        #expect(page.status == 200 && page.text.contains("Top reel of the moment"))
        #expect(!PagesMarkup(page.text).destinations.contains { $0.hasPrefix("/creators/") })
    }

    @Test("two spellings that look alike are two creators")
    func spelling() {
        let world = Self.world(
            ["e\u{301}", "\u{E9}", "\u{E9}"].enumerated().map { number, name in
                .sample("r\(number)", hoursOld: 2, views: 9, creator: name)
            })
        #expect(Self.rows(world.ask("/creators/tiktok/e%CC%81").text) == 1)
        #expect(Self.rows(world.ask("/creators/tiktok/%C3%A9").text) == 2)
    }

    @Test("a hundred rows stand for many, and all are counted")
    func many() {
        let world = Self.world((0..<150).map { .sample("r\($0)", hoursOld: 2, views: Int64($0), creator: "kiln") })
        let page = world.ask("/creators/tiktok/kiln").text
        #expect(Self.rows(page) == 100 && page.contains("the 100 most viewed of 150"))
    }

    @Test(
        "the sample, stale data and a look back are called that",
        arguments: [
            ("?dataset=sample", "This is the sample."), ("?as_of=2026-05-01T12%3A00%3A00Z", "This is a look back."),
            ("", "The data is old."),
        ])
    func banners(_ row: (query: String, words: String)) {
        let world = Self.world()
        world.shelf.put(Self.observations, in: .sample)
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: 20 * Microseconds.hour) }
        #expect(world.ask("/creators/tiktok/kiln" + row.query).text.contains(row.words))
    }

    @Test("the page looks as recorded", arguments: ["live", "past", "sample", "hostile"])
    func recorded(name: String) throws {
        let state = try #require(PagesState(rawValue: name))
        let creator = state == .hostile ? "%3Csvg%20onload%3Dalert%281%29%3E" : "kiln.1"
        let query = state.query.replacing("platform=tiktok", with: "").replacing("&&", with: "&")
        let response = state.world.ask("/creators/tiktok/\(creator)\(query == "?" ? "" : query)")
        #expect(response.status == 200)
        try PageSnapshot.expect(response, isLike: "creator-\(name).html")
    }

    @Test func `an unknown creator looks as recorded`() throws {
        try PageSnapshot.expect(PagesState.live.world.ask("/creators/tiktok/nobody"), isLike: "creator-unknown.html")
    }
}
