import Reels
import Site
import System
import Testing

struct TimeTravelTests {
    /// One reel a platform, seen by so many runs, six hours apart, the last at noon.
    private static func world(runs: Int, _ platforms: [Platform] = [.tiktok]) -> World {
        let world = World()
        world.shelf.put(
            (0..<runs).flatMap { run in
                platforms.map { platform in
                    .sample("a", platform, hoursOld: 24 * 80, views: Int64(run), scrapedAt: time(run, of: runs))
                }
            })
        return world
    }

    private static func time(_ run: Int, of runs: Int) -> Instant {
        noon.advanced(byMicroseconds: -Int64(runs - 1 - run) * 6 * Microseconds.hour)
    }

    /// What the strip of a page leads to, oldest first.
    private static func strip(_ page: String) -> [String] {
        page.components(after: "<a href=\"", before: "\" class=\"tick\"")
    }

    private static func current(_ page: String) -> [String] {
        page.components(after: "<a href=\"", before: "\" class=\"tick\" aria-current=\"true\"")
    }

    private static func address(_ instant: Instant, _ rest: String = "") -> String {
        "/?as_of=" + instant.iso8601.replacing(":", with: "%3A") + rest
    }

    @Test("the strip has the last 28 runs, and the newest is the one shown")
    func present() {
        let page = Self.world(runs: 40).ask("/").text
        #expect(Self.strip(page) == (12..<40).map { Self.address(Self.time($0, of: 40)) })
        #expect(Self.current(page) == [Self.address(noon)])
        #expect(page.contains("2026-05-01 12:00 UTC, TikTok<"))
        #expect(page.contains("<a href=\"\(Self.address(Self.time(38, of: 40)))\" class=\"button\">Earlier run</a>"))
        #expect(!page.contains("Later run") && !page.contains("To the present"))
    }

    @Test(
        "the run shown is the last one before the instant, and stands among the last eight of the strip",
        arguments: [(0, 0, 8), (3, 1, 11), (20, 0, 28), (35, 359, 40), (39, 0, 40)])
    func past(_ row: (run: Int, minutesLater: Int64, end: Int)) {
        let shown = Self.time(row.run, of: 40)
        let asOf = shown.advanced(byMicroseconds: row.minutesLater * Microseconds.minute)
        let page = Self.world(runs: 40).ask(Self.address(asOf)).text
        #expect(Self.current(page) == [Self.address(shown)])
        #expect(Self.strip(page) == (max(0, row.end - 28)..<row.end).map { Self.address(Self.time($0, of: 40)) })
        #expect(page.contains(">To the present</a>"))
        #expect(page.contains("Earlier run") == (row.run > 0) && page.contains("Later run") == (row.run < 39))
    }

    @Test("before all runs none is shown, and the first is the next")
    func before() {
        let page = Self.world(runs: 3).ask("/?as_of=2026-01-01T00%3A00%3A00Z").text
        #expect(Self.strip(page).count == 3 && Self.current(page).isEmpty)
        #expect(page.contains("<a href=\"\(Self.address(Self.time(0, of: 3)))\" class=\"button\">Later run</a>"))
        #expect(!page.contains("Earlier run"))
    }

    @Test("a platform has its own runs alone, and its parameter is kept")
    func platform() {
        let world = World()
        let times = [0, 2, 4].map { noon.advanced(byMicroseconds: -$0 * Microseconds.hour) }
        world.shelf.put([
            .sample("a", .tiktok, hoursOld: 50, views: 1, scrapedAt: times[0]),
            .sample("a", .tiktok, hoursOld: 50, views: 1, scrapedAt: times[1]),
            .sample("b", .youtube, hoursOld: 50, views: 1, scrapedAt: times[1]),
            .sample("b", .youtube, hoursOld: 50, views: 1, scrapedAt: times[2]),
        ])
        let page = world.ask("/?window=30d&platform=youtube").text
        let addresses = [times[2], times[1]].map { instant in
            "/?window=30d&amp;platform=youtube&amp;as_of=" + instant.iso8601.replacing(":", with: "%3A")
        }
        #expect(Self.strip(page) == addresses && Self.current(page) == [addresses[1]])
        #expect(Self.strip(world.ask("/").text).count == 3)
        #expect(world.ask("/").text.contains("2026-05-01 10:00 UTC, TikTok and YouTube<"))
    }

    @Test("the form keeps the other parameters, and shows the instant in the spelling of its control")
    func form() {
        let page = Self.world(runs: 3).ask("/?window=90d&platform=tiktok&dataset=live").text
        for field in [
            "<form method=\"get\" action=\"/\"", "<input type=\"hidden\" name=\"window\" value=\"90d\"/>",
            "<input type=\"hidden\" name=\"platform\" value=\"tiktok\"/>",
            "<input type=\"hidden\" name=\"dataset\" value=\"live\"/>",
            "<input type=\"datetime-local\" name=\"as_of\" value=\"2026-05-01T12:00\" id=\"as-of\"",
            "<label for=\"as-of\">as of (UTC)</label>",
        ] {
            #expect(page.contains(field), "\(field)")
        }
        #expect(!page.contains("type=\"hidden\" name=\"as_of\""))
    }

    @Test("an instant within a second is shown as the next one, so that sending the form unchanged shows the same")
    func fraction() throws {
        let world = World()
        let seen = noon.advanced(byMicroseconds: -1)
        world.shelf.put([.sample("a", hoursOld: 5, views: 7, scrapedAt: seen)])
        #expect(world.ask("/").text.contains("value=\"2026-05-01T12:00\""))
    }

    @Test(
        "what the control sends is UTC, at the canonical address",
        arguments: [
            ("2026-05-01T12:00", "2026-05-01T12%3A00%3A00Z"), ("2026-05-01T12%3A00%3A05", "2026-05-01T12%3A00%3A05Z"),
            ("2026-05-01T12:00:05.25", "2026-05-01T12%3A00%3A05.250Z"),
            ("2026-05-01+12:00", "2026-05-01T12%3A00%3A00Z"),
        ])
    func withoutZone(_ row: (sent: String, canonical: String)) {
        let world = Self.world(runs: 1)
        for page in ["/", "/performance", "/creator-studio"] {
            let response = world.ask("\(page)?platform=&as_of=\(row.sent)&dataset=")
            #expect(response.status == 303)
            #expect(response["Location"] == "\(page)?as_of=\(row.canonical)")
        }
        #expect(world.ask("/reels/performance?as_of=\(row.sent)").status == 422)
    }

    @Test(
        "what is no time is refused, and so is the future",
        arguments: [
            "2026-05-01", "2026-05-01T12", "2026-13-01T12:00", "12:00", "2026-05-01T12:00:", "2027-05-01T12:00",
        ])
    func refused(text: String) {
        #expect(Self.world(runs: 1).ask("/?as_of=\(text)").status == 422)
    }

    @Test(
        "a refused instant or number leads to the page without it, which is there",
        arguments: [
            ("/?window=30d&as_of=2027-05-01T12%3A00", "as_of", "/?window=30d"),
            ("/performance?platform=tiktok&min_views=many", "min_views", "/performance?platform=tiktok"),
            (
                "/performance?min_engagement_percent=five&window=90d", "min_engagement_percent",
                "/performance?window=90d"
            ),
        ])
    func wayOut(_ row: (target: String, parameter: String, without: String)) {
        let world = Self.world(runs: 1)
        let page = world.ask(row.target).text
        #expect(page.contains("<h1>This cannot be shown</h1>") && page.contains("The parameter \(row.parameter) "))
        #expect(PagesMarkup(page).destinations.contains(row.without))
        #expect(world.ask(row.without).status == 200)
    }

    @Test("the pages of a reel and of a creator look back no further than they were seen, and each step is there")
    func since() {
        let world = Self.world(runs: 5)
        world.shelf.put(
            (2..<5).map { run in
                .sample("b", hoursOld: 24, views: Int64(run), creator: "late", scrapedAt: Self.time(run, of: 5))
            })
        for path in ["/performance/tiktok/b", "/creators/tiktok/late"] {
            let page = world.ask(path).text
            let strip = Self.strip(page)
            #expect(strip.count == 3, "\(path)")
            for link in strip { #expect(world.ask(link).status == 200, "\(link)") }
            let first = world.ask(strip[0]).text
            #expect(!first.contains("Earlier run") && first.contains("Later run"))
            let before = world.ask(path + "?as_of=" + Self.time(1, of: 5).iso8601.replacing(":", with: "%3A"))
            #expect(before.status == 404 && PagesMarkup(before.text).destinations.contains(path))
        }
    }

    @Test("where nothing was ever observed there is nowhere to look back to")
    func empty() {
        #expect(!PagesState.empty.world.ask("/").text.contains("time-travel"))
    }
}

extension String {
    /// What stands between the two, each as short as it can be.
    fileprivate func components(after start: String, before end: String) -> [String] {
        ranges(of: end).compactMap { range in
            let before = self[..<range.lowerBound]
            return before.ranges(of: start).last.map { String(before[$0.upperBound...]) }
        }
    }
}
