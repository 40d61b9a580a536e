import Reels
import Scoring
import Site
import System
import Testing

struct AsOfTests {
    private let world = World()
    private let morning = noon.advanced(byMicroseconds: -6 * Microseconds.hour)

    private let observations: [Observation]

    init() {
        observations = [
            .sample("old", hoursOld: 20, views: 100, likes: 1, scrapedAt: morning),
            .sample("old", hoursOld: 20, views: 900, likes: 1),
            .sample("new", hoursOld: 1, views: 50, likes: 1),
            .sample("clip", .youtube, hoursOld: 30, views: 70, likes: 1, scrapedAt: morning),
        ]
        world.shelf.put(observations)
    }

    @Test("without as_of each platform is answered at its own clock")
    func present() {
        let response = world.ask("/reels/performance")
        #expect(response.text.hasPrefix(#"{"as_of":"2026-05-01T12:00:00Z","#))
        #expect(response.cohorts.map { $0["platform"] } == [#""tiktok""#, #""youtube""#])
        #expect(response.cohorts.map { $0["as_of"] } == [#""2026-05-01T12:00:00Z""#, #""2026-05-01T06:00:00Z""#])
        #expect(response.cohorts.map { $0["size"] } == ["2", "1"])
        #expect(world.shelf.pastsAskedFor.isEmpty)
    }

    @Test("as_of shows each reel as it was last seen by then")
    func past() {
        let response = world.ask("/reels/performance?as_of=2026-05-01T07:00:00Z&platform=tiktok")
        #expect(identifiers(response.text) == ["old"])
        #expect(response.reels["old"]?["views"] == "100")
        #expect(
            response.text.contains(
                """
                "cohorts":[{"platform":"tiktok","as_of":"2026-05-01T07:00:00Z","size":1,"fresh_percentage":100,\
                "seen_twice_percentage":0,"shares_known_percentage":0,"shares_move_ranks":false,\
                "previous_as_of":null,"changes":[]}]
                """))
    }

    @Test("between the data clock and now it is answered as asked")
    func betweenClockAndNow() {
        let text = world.ask("/reels/performance?as_of=2026-05-01T13:00:00Z&platform=tiktok").text
        #expect(text.contains(#""as_of":"2026-05-01T13:00:00Z""#))
        #expect(text.contains(#""hours_since_publish":21,"#))
    }

    @Test("before the first observation every platform asked for has an empty cohort")
    func beforeTheFirst() {
        let response = world.ask("/reels/performance?as_of=2020-01-01T00:00:00Z")
        #expect(response.status == 200)
        func cohort(_ platform: String) -> String {
            """
            {"platform":"\(platform)","as_of":"2020-01-01T00:00:00Z","size":0,"fresh_percentage":null,\
            "seen_twice_percentage":null,"shares_known_percentage":null,"shares_move_ranks":false,\
            "previous_as_of":null,"changes":[]}
            """
        }
        #expect(
            response.text == """
                {"as_of":"2020-01-01T00:00:00Z","window":"7d","platform":null,"dataset":"live","cohort_size":0,\
                "cohorts":[\(cohort("instagram")),\(cohort("tiktok")),\(cohort("youtube"))],"items":[],"next_cursor":null}
                """)
    }

    @Test("a platform without data has no cohort in the present")
    func noData() {
        #expect(
            world.ask("/reels/performance?platform=instagram").text == """
                {"as_of":null,"window":"7d","platform":"instagram","dataset":"live","cohort_size":0,"cohorts":[],\
                "items":[],"next_cursor":null}
                """)
    }

    @Test(
        "a future or malformed as_of is refused by name",
        arguments: [
            "2026-05-01T13:00:01Z", "9999-12-31T23:59:59Z", "yesterday", "2026-05-01", "2026-05-01T12:00:00",
            "2026-05-01T14:00:00+02:00", "2026-05-01T14%3A00%3A00%2B00:00",
        ])
    func refused(asOf: String) {
        for format in ["json", "ndjson", "csv"] {
            let response = world.ask("/reels/performance?format=\(format)&as_of=\(asOf)")
            #expect(response.status == 422)
            #expect(response["Content-Type"] == "application/problem+json")
            #expect(response.text.contains(#""parameter":"as_of""#))
        }
        let page = world.ask("/performance?as_of=\(asOf)")
        // A form sends no zone: a page takes it as UTC.
        let isOfForm = asOf == "2026-05-01T12:00:00"
        #expect(page.status == (isOfForm ? 303 : 422) && (isOfForm || page.text.contains("as_of")))
    }

    @Test(
        "a past keeps its bytes and their tag whatever is ingested since, until an observation of its time comes late",
        arguments: [
            "/reels/performance?", "/reels/performance?format=csv&", "/reels/performance?format=ndjson&",
            "/reels/performance?window=30d&platform=tiktok&", "/performance.svg?",
        ])
    func lasting(path: String) throws {
        let target = path + "as_of=2026-05-01T06%3A00%3A00Z"
        let first = world.ask(target)
        let tag = try #require(first["ETag"])
        let later = [Int64(1), 2].map {
            Observation.sample(
                "old", hoursOld: 20, views: 5_000, likes: 9,
                scrapedAt: noon.advanced(byMicroseconds: $0 * Microseconds.hour))
        }
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: Microseconds.day) }
        for count in 1...2 {
            world.shelf.put(observations + later.prefix(count))
            let again = world.ask(target)
            #expect(again.status == 200 && again.body == first.body && again["ETag"] == tag)
            #expect(again["Cache-Control"] == "public, max-age=300")
            #expect(world.ask(target, headers: ["if-none-match": tag]).status == 304)
        }
        world.shelf.put(
            observations + later + [.sample("late", hoursOld: 20, views: 7_000, likes: 1, scrapedAt: morning)])
        let changed = world.ask(target)
        #expect(changed["ETag"] != tag && changed.body != first.body)
        #expect(world.ask(target, headers: ["if-none-match": tag]).status == 200)
    }

    /// The runs to go on to are those known today.
    @Test("the page of a past stays the same whatever is ingested since, but for the runs that can be gone on to")
    func lastingPage() {
        let target = "/performance?as_of=2026-05-01T06%3A00%3A00Z"
        let first = world.ask(target).text.withoutTimeTravel
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: Microseconds.day) }
        let later = Observation.sample(
            "old", hoursOld: 20, views: 5_000, likes: 9, scrapedAt: noon.advanced(byMicroseconds: Microseconds.hour))
        world.shelf.put(observations + [later])
        #expect(world.ask(target).text.withoutTimeTravel == first)
        world.shelf.put(observations + [.sample("late", hoursOld: 20, views: 7_000, likes: 1, scrapedAt: morning)])
        #expect(world.ask(target).text.withoutTimeTravel != first)
    }

    @Test("a past tells of each reel what was known by then, and of the changes up to then")
    func pastQuantities() {
        let names = ["sightings", "seen_hours_ago", "interval_views_gained", "previous_rank"]
        func told(_ asOf: String) -> [String] {
            let reel = world.ask("/reels/performance?platform=tiktok&as_of=\(asOf)").reels["old"]
            return names.map { reel?[$0] ?? "-" }
        }
        #expect(told("2026-05-01T07:00:00Z") == ["1", "1", "null", "null"])
        #expect(told("2026-05-01T12:30:00Z") == ["2", "0.5", "800", "1"])
    }

    @Test("an offset is taken when its plus is encoded")
    func offset() {
        let response = world.ask("/reels/performance?as_of=2026-05-01T14:00:00%2B02:00")
        #expect(response.text.hasPrefix(#"{"as_of":"2026-05-01T12:00:00Z","#))
    }

    @Test("a past waits for the database, and says so when it is away; the present goes on")
    func databaseAway() {
        world.shelf.setReachable(false)
        let past = world.ask("/reels/performance?as_of=2026-05-01T07:00:00Z")
        #expect(past.status == 503)
        #expect(past["Retry-After"] == "5")
        #expect(past["Content-Type"] == "application/problem+json")
        #expect(world.ask("/reels/performance").status == 200)
        #expect(world.ask("/performance?as_of=2026-05-01T07%3A00%3A00Z").status == 503)
        #expect(world.ask("/performance").status == 200)
    }
}

struct DatasetTests {
    @Test("the sample answers, and says so, only while there is no live data")
    func defaultDataset() {
        let world = World()
        #expect(world.ask("/reels/performance").status == 503)
        world.shelf.put([.sample("s", hoursOld: 1, views: 1)], in: .sample)
        #expect(world.ask("/reels/performance").text.contains(#""dataset":"sample""#))
        world.shelf.put([])
        #expect(world.ask("/reels/performance").text.contains(#""dataset":"sample""#))
        #expect(identifiers(world.ask("/reels/performance?dataset=live").text) == [])
        world.shelf.put([.sample("l", hoursOld: 1, views: 1)])
        #expect(identifiers(world.ask("/reels/performance").text) == ["l"])
        #expect(identifiers(world.ask("/reels/performance?dataset=sample").text) == ["s"])
    }

    @Test("before anything could be loaded the answer is 503 with Retry-After")
    func nothingLoaded() {
        let world = World()
        for path in ["/reels/performance", "/performance", "/"] {
            let response = world.ask(path)
            #expect(response.status == 503)
            #expect(response["Retry-After"] == "5")
        }
    }
}

extension String {
    /// The page without its form and its strip of runs.
    fileprivate var withoutTimeTravel: String {
        guard let start = firstRange(of: "<section class=\"time-travel\"")?.lowerBound,
            let end = self[start...].firstRange(of: "</section>")?.upperBound
        else { return self }
        return String(self[..<start] + self[end...])
    }
}
