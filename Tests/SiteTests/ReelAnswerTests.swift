import Reels
import Scoring
import Site
import Testing

struct ReelAnswerTests {
    private let world = World()

    init() {
        world.shelf.put(Observation.kiln(24))
    }

    private func answer(_ target: String) -> Written { Written(world.ask(target).text) }

    @Test("the reel is told as the list tells it, in every window asked for", arguments: Window.allCases)
    func sameAsList(window: Window) throws {
        let listed = try #require(world.ask("/reels/performance?window=\(window.rawValue)").reels["753"])
        let told = Written(answer("/reels/tiktok/753?window=\(window.rawValue)")["reel"] ?? "")
        #expect(told.names == listed.names)
        for name in listed.names { #expect(told[name] == listed[name], "\(name)") }
    }

    @Test("every observation is there, the oldest first, and none later than the instant")
    func observations() throws {
        let all = Written(answer("/reels/tiktok/750")["observations"] ?? "").elements
        #expect(
            all.map { $0.values("scraped_at", "views") } == [
                "\"2026-05-01T06:00:00Z\" 40000", "\"2026-05-01T12:00:00Z\" 80000",
            ])
        #expect(all[0]["run_id"] == "\"\(Desk.runID(1))\"")
        let past = answer("/reels/tiktok/750?as_of=2026-05-01T11:59:59Z")
        #expect(past["as_of"] == "\"2026-05-01T11:59:59Z\"")
        #expect(Written(past["observations"] ?? "").elements.count == 1)
    }

    @Test("the windows tell where it stands in each, and nulls where it stands in none")
    func windows() throws {
        world.shelf.put(Observation.kiln(24) + [.sample("old", hoursOld: 10 * 24, views: 5_000, likes: 3)])
        let told = answer("/reels/tiktok/old")
        let windows = Written(told["windows"] ?? "").elements
        #expect(
            windows.map { $0.values("window", "cohort_size", "rank") } == [
                "\"7d\" 24 null", "\"30d\" 25 \(windows[1]["rank"] ?? "")", "\"90d\" 25 \(windows[2]["rank"] ?? "")",
            ])
        #expect(windows[1]["rank"] != "null")
        let reel = Written(told["reel"] ?? "")
        #expect(reel.values("performance_score", "rank", "is_breakout", "views", "likes") == "null null null 5000 3")
        let month = Written(answer("/reels/tiktok/old?window=30d")["reel"] ?? "")
        #expect(month["performance_score"] != "null" && month["rank"] == windows[1]["rank"])
    }

    @Test("a reel that is in no window has its observations and what they alone tell")
    func outOfEveryWindow() throws {
        let early = noon.advanced(byMicroseconds: -89 * Microseconds.day)
        world.shelf.put(
            Observation.kiln(24) + [
                .sample("ancient", hoursOld: 91 * 24, views: 5_000, likes: 50, scrapedAt: early),
                .sample(
                    "ancient", hoursOld: 91 * 24, views: 8_000, likes: 80,
                    scrapedAt: early.advanced(byMicroseconds: 10 * Microseconds.hour)),
            ])
        let told = answer("/reels/tiktok/ancient?window=90d")
        let reel = Written(told["reel"] ?? "")
        #expect(reel.values("views", "engagement_rate", "sightings", "interval_views_per_hour") == "8000 0.01 2 300")
        #expect(reel.values("performance_score", "rank", "views_percentile") == "null null null")
        #expect(reel["hours_since_publish"] == "2184")
        #expect(Written(told["observations"] ?? "").elements.count == 2)
    }

    @Test(
        "what was never observed is not found",
        arguments: [
            "/reels/tiktok/nobody", "/reels/instagram/750", "/reels/elsewhere/750",
            "/reels/tiktok/750?as_of=2026-05-01T05:59:59Z", "/reels/tiktok/750?dataset=sample", "/reels/tiktok/%2E%2E",
        ])
    func unknown(target: String) {
        world.shelf.put([], in: .sample)
        let response = world.ask(target)
        #expect(response.status == 404)
        #expect(response["Content-Type"] == "application/problem+json")
    }

    @Test(
        "an impossible parameter is refused by name",
        arguments: [
            ("window=9d", "window"), ("platform=tiktok", "platform"), ("as_of=2027-01-01T00:00:00Z", "as_of"),
            ("limit=1", "limit"), ("window=7d&window=7d", "window"),
        ])
    func refused(row: (query: String, name: String)) {
        let response = world.ask("/reels/tiktok/750?" + row.query)
        #expect(response.status == 422)
        #expect(Written(response.text)["parameter"] == "\"\(row.name)\"")
    }

    @Test("without the database it says when to ask again, and does not remember that")
    func databaseAway() {
        world.shelf.setReachable(false)
        let response = world.ask("/reels/tiktok/750")
        #expect(response.status == 503 && response["Retry-After"] == "5")
        world.shelf.setReachable(true)
        #expect(world.ask("/reels/tiktok/750").status == 200)
    }

    @Test("an answer is kept with its data, and has a tag")
    func kept() throws {
        let first = world.ask("/reels/tiktok/750")
        let tag = try #require(first["ETag"])
        #expect(world.ask("/reels/tiktok/750", headers: ["if-none-match": tag]).status == 304)
        #expect(world.shelf.recordsAskedFor.count == 1)
    }

    @Test("months that were detached are named")
    func missing() {
        world.shelf.setMissingMonths(["2026-01", "2026-02"])
        #expect(answer("/reels/tiktok/750")["missing_months"] == "[\"2026-01\",\"2026-02\"]")
    }

    @Test("a name with every kind of sign finds its reel, and its texts are data")
    func hostile() throws {
        world.shelf.put(Observation.hostile)
        for observation in Observation.hostile where !observation.key.reelID.utf8.contains(0) {
            let path = "/reels/tiktok/" + encoded(observation.key.reelID)
            guard path.utf8.count <= 2_048 else { continue }
            let response = world.ask(path)
            #expect(response.status == 200, "\(path)")
            #expect(!response.text.unicodeScalars.contains { $0.value < 0x20 })
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
