import Reels
import Scoring
import Site
import Testing

struct AsOfTests {
    private let world = World()
    private let morning = noon.advanced(byMicroseconds: -6 * Microseconds.hour)

    init() {
        world.shelf.put([
            .sample("old", hoursOld: 20, views: 100, likes: 1, scrapedAt: morning),
            .sample("old", hoursOld: 20, views: 900, likes: 1),
            .sample("new", hoursOld: 1, views: 50, likes: 1),
            .sample("clip", .youtube, hoursOld: 30, views: 70, likes: 1, scrapedAt: morning),
        ])
    }

    @Test("without as_of each platform is answered at its own clock")
    func present() {
        let text = world.ask("/reels/performance").text
        #expect(text.hasPrefix(#"{"as_of":"2026-05-01T12:00:00Z","#))
        #expect(
            text.contains(
                #""cohorts":[{"platform":"tiktok","as_of":"2026-05-01T12:00:00Z","size":2},"#
                    + #"{"platform":"youtube","as_of":"2026-05-01T06:00:00Z","size":1}]"#))
        #expect(world.shelf.pastsAskedFor.isEmpty)
    }

    @Test("as_of shows each reel as it was last seen by then")
    func past() {
        let text = world.ask("/reels/performance?as_of=2026-05-01T07:00:00Z&platform=tiktok").text
        #expect(identifiers(text) == ["old"])
        #expect(text.contains(#""views":100,"#))
        #expect(text.contains(#""cohorts":[{"platform":"tiktok","as_of":"2026-05-01T07:00:00Z","size":1}]"#))
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
        #expect(
            response.text == """
                {"as_of":"2020-01-01T00:00:00Z","window":"7d","platform":null,"dataset":"live","cohort_size":0,\
                "cohorts":[{"platform":"instagram","as_of":"2020-01-01T00:00:00Z","size":0},\
                {"platform":"tiktok","as_of":"2020-01-01T00:00:00Z","size":0},\
                {"platform":"youtube","as_of":"2020-01-01T00:00:00Z","size":0}],"items":[],"next_cursor":null}
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
        let response = world.ask("/reels/performance?as_of=\(asOf)")
        #expect(response.status == 422)
        #expect(response.text.contains(#""parameter":"as_of""#))
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
