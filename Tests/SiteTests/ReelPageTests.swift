import Reels
import Scoring
import Site
import Testing

struct ReelPageTests {
    private static func world(_ observations: [Observation] = Observation.kiln(24)) -> World {
        let world = World()
        world.shelf.put(observations)
        return world
    }

    private static let html = ["accept": "text/html"]

    @Test(
        "the page of a reel looks as recorded",
        arguments: [
            ("live", PagesState.live, "tiktok/750"), ("past", .past, "tiktok/750"),
            ("sample", .sampleByDefault, "tiktok/751"),
            ("few", .few, "instagram/instagram2"), ("stale", .stale, "tiktok/754"),
            ("once", .hostile, "tiktok/%26lt%3Bb%26gt%3B%26amp%3Bamp%3B6"),
        ])
    func snapshots(row: (name: String, state: PagesState, path: String)) throws {
        let query = row.state == .past ? "?window=30d&as_of=2026-05-01T06%3A00%3A00Z" : ""
        let response = row.state.world.ask("/performance/" + row.path + query)
        #expect(response.status == 200)
        try PageSnapshot.expect(response, isLike: "reel-\(row.name).html")
    }

    @Test("without the database the page still says what memory has, what is missing, and may not be kept")
    func databaseAway() throws {
        let world = Self.world()
        world.shelf.setReachable(false)
        let response = world.ask("/performance/tiktok/750")
        #expect(response.status == 200 && response["Cache-Control"] == "no-store" && response["ETag"] == nil)
        try PageSnapshot.expect(response, isLike: "reel-database-away.html")
        #expect(response.text.contains("The database does not answer."))
        #expect(response.text.contains("<td class=\"number\" data-label=\"Gain\">+40\u{202F}000</td>"))
        world.shelf.setReachable(true)
        #expect(!world.ask("/performance/tiktok/750").text.contains("The database does not answer."))
    }

    @Test("a reel that is in no window has its observations and a sentence")
    func outOfEveryWindow() throws {
        let seen = noon.advanced(byMicroseconds: -89 * Microseconds.day)
        var ancient = Observation.sample("ancient", hoursOld: 91 * 24, views: 5_000, likes: 50, scrapedAt: seen)
        ancient.reelURL = "https://www.tiktok.com/@kiln/video/1"
        let world = Self.world(Observation.kiln(24) + [ancient])
        let response = world.ask("/performance/tiktok/ancient")
        #expect(response.status == 200)
        #expect(response.text.contains("so it is ranked among no others."))
        try PageSnapshot.expect(response, isLike: "reel-in-no-window.html")
        world.shelf.put(Observation.kiln(24) + [ancient])
        world.shelf.setReachable(false)
        let away = world.ask("/performance/tiktok/ancient")
        #expect(away.status == 503 && away["Retry-After"] == "5")
    }

    @Test("a reel of a wider window says so, and leads there")
    func otherWindow() {
        let world = Self.world(Observation.kiln(24) + [.sample("old", hoursOld: 240, views: 5_000, likes: 3)])
        let text = world.ask("/performance/tiktok/old").text
        #expect(text.contains("so it has no rank in this window."))
        #expect(text.contains("href=\"/performance/tiktok/old?window=30d\""))
        #expect(!world.ask("/performance/tiktok/old?window=30d").text.contains("so it has no rank in this window."))
    }

    @Test(
        "what was never observed is a page that says so",
        arguments: [
            "/performance/tiktok/nobody", "/performance/elsewhere/750",
            "/performance/tiktok/750?as_of=2026-05-01T05%3A59%3A59Z", "/performance/instagram/750",
        ])
    func unknown(target: String) {
        let response = Self.world().ask(target)
        #expect(response.status == 404)
        #expect(response["Content-Type"] == "text/html; charset=utf-8")
        #expect(response.text.contains("was ever observed"))
    }

    @Test(
        "the address is canonical",
        arguments: [
            ("?window=7d", ""), ("?utm_source=a&window=30d", "?window=30d"), ("?platform=tiktok", ""), ("?as_of=", ""),
        ])
    func canonical(row: (asked: String, canonical: String)) {
        let response = Self.world().ask("/performance/tiktok/750" + row.asked)
        #expect(response.status == 303)
        #expect(response["Location"] == "/performance/tiktok/750" + row.canonical)
    }

    @Test("an impossible value is a page that refuses it", arguments: ["window=9d", "as_of=2027-01-01T00%3A00%3A00Z"])
    func refused(query: String) {
        #expect(Self.world().ask("/performance/tiktok/750?" + query).status == 422)
    }

    @Test("every link of ours leads to an answer without a detour, and keeps as-of, window and data set")
    func links() {
        let world = Self.world()
        world.shelf.put(Observation.kiln(24), in: .sample)
        let query = "?window=30d&as_of=2026-05-01T09%3A00%3A00Z&dataset=sample"
        let markup = PagesMarkup(world.ask("/performance/tiktok/750" + query).text)
        let ours = Set(markup.destinations).filter {
            $0.hasPrefix("/") && !$0.hasPrefix("/css/") && !$0.hasPrefix("/icons/")
        }
        for link in ours { #expect(world.ask(link, headers: Self.html).status == 200, "\(link)") }
        let reels = ours.filter { $0.contains("750") }
        #expect(reels.contains("/reels/tiktok/750" + query))
        #expect(reels.contains("/performance/tiktok/750?as_of=2026-05-01T09%3A00%3A00Z&dataset=sample"))
        #expect(reels.contains("/performance/tiktok/750?window=30d&dataset=sample"), "to the present")
        for link in markup.destinations where !link.hasPrefix("/") {
            #expect(link.hasPrefix("#") || link.hasPrefix("https://www.tiktok.com/"), "\(link)")
        }
        #expect(Set(markup.ids).count == markup.ids.count)
    }

    @Test("each formula has the numbers from which it can be computed anew")
    func formulas() throws {
        let world = Self.world()
        let reel = try #require(world.ask("/reels/performance").reels["753"])
        let text = world.ask("/performance/tiktok/753").text
        func value(_ name: String) -> Double { Double(reel[name] ?? "") ?? .nan }
        let formulas = text.ranges(of: "100 × ").map { text[$0.upperBound...].prefix { $0 != "<" } }
        let percentiles = formulas.compactMap { formula -> Double? in
            let numbers = formula.split { !$0.isNumber }.compactMap { Double($0) }
            return numbers.count == 3 ? 100 * numbers[0] / (numbers[1] - numbers[2]) : nil
        }
        let told = ["views_per_hour_percentile", "engagement_rate_percentile", "views_percentile"].map(value)
        #expect(percentiles.count == 3)
        for (mine, theirs) in zip(percentiles, told) { #expect(abs(mine - theirs) <= 0.005) }
        #expect(text.contains("0.45 × \(reel["engagement_rate_percentile"] ?? "") + 0.40 × "))
        #expect(text.contains("<strong>= \(reel["performance_score"] ?? "")</strong>"))
        #expect(text.contains("<strong>= \(reel["engagement_rate"] ?? "")</strong>"))
        #expect(text.contains("<strong>= \(reel["views_per_hour"] ?? "")</strong>"))
    }

    @Test(
        "what was gained is said in words that fit what the counts tell",
        arguments: [
            ([100_000, 101_000], "Below resolution"), ([9_000, 8_000], "Count fell"), ([9_000, 9_000], "0/h"),
            ([9_000, 9_600], "100/h"), ([9_000], "Seen once"),
        ] as [([Int64], String)])
    func movement(row: (views: [Int64], words: String)) {
        let seen = row.views.enumerated().map { place, views in
            Observation.sample(
                "one", hoursOld: 20, views: views, likes: 5,
                scrapedAt: noon.advanced(byMicroseconds: Int64(place - row.views.count + 1) * 6 * Microseconds.hour))
        }
        let text = Self.world(
            seen.map { reel in
                var reel = reel
                if row.words == "Below resolution" { reel.views = reel.views == 101_000 ? 100_100 : 100_000 }
                return reel
            }
        ).ask("/performance/tiktok/one").text
        #expect(text.contains("<dt>Velocity now</dt><dd>\(row.words)<small>"))
    }

    @Test("no element and no attribute comes from outside, and only the platform's own address is a link")
    func hostile() {
        let world = PagesState.hostile.world
        for observation in Observation.hostile where !observation.key.reelID.utf8.contains(0) {
            let path = "/performance/tiktok/" + observation.key.reelID.utf8.map(Self.encoded).joined()
            guard path.utf8.count <= 2_048 else { continue }
            let response = world.ask(path)
            #expect(response.status == 200, "\(path)")
            let markup = PagesMarkup(response.text)
            #expect(markup.tags.isDisjoint(with: ["img", "style", "b", "iframe"]))
            #expect(!markup.attributes.contains { $0.hasPrefix("on") || $0 == "style" })
            #expect(response.text.ranges(of: "<script").count == 1, "one, which is ours")
            #expect(!markup.destinations.contains { !$0.hasPrefix("/") && !$0.hasPrefix("#") })
            #expect(
                !response.text.unicodeScalars.contains("\u{202E}") && !response.text.unicodeScalars.contains("\u{0}"))
        }
    }

    private static func encoded(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }

    @Test("the same data gives the same bytes, in another order too")
    func deterministic() {
        let data = Observation.kiln(40)
        let pages = [data, data.reversed()].map { Self.world($0).ask("/performance/tiktok/753").body }
        #expect(pages[0] == pages[1])
    }

    @Test("months that were detached are named")
    func missing() {
        let world = Self.world()
        world.shelf.setMissingMonths(["2026-01", "2026-02"])
        #expect(world.ask("/performance/tiktok/750").text.contains("Those of 2026-01, 2026-02 were detached"))
    }
}
