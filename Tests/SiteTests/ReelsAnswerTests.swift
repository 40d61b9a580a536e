import Reels
import Scoring
import Site
import Testing

/// Three reels whose numbers can be checked by hand.
///
/// | reel | hours | views | an hour | engagement | views pct | velocity pct | engagement pct | score |
/// |---|---|---|---|---|---|---|---|---|
/// | c | 5 | 250 | 50 | (25 + 0 + 5) / 250 = 0.12 | 0 | 0 | 100 | 45 |
/// | a | 10 | 1000 | 100 | (50 + 10 + 5) / 1000 = 0.065 | 50 | 50 | 0 | 0.40 * 50 + 0.15 * 50 = 27.5 |
/// | b | 20 | 4000 | 200 | likes are hidden | 100 | 100 | null | null |
///
/// Engagement of c: (30 + 1.92 -+ 1.96 * sqrt(30.96)) / 250; of a: (65 + 1.92 -+ 1.96 * sqrt(65.96)) / 1000. Score of b:
/// 0.40 * 100 + 0.15 * 100 and 45 more.
private let tiny = [
    Observation.sample(
        "a", hoursOld: 10, views: 1000, likes: 50, comments: 10, shares: 5, saves: 99,
        url: "https://www.tiktok.com/@x/video/1", creator: "x\"\u{1}é"),
    Observation.sample("b", hoursOld: 20, views: 4000, comments: 1),
    Observation.sample("c", hoursOld: 5, views: 250, likes: 25, saves: 5),
]

/// What is told beside the score of a reel of such a cohort, seen once just now.
private func seenOnce(
    rank: Int, engagement: ClosedRange<Double>? = nil, score: ClosedRange<Double>? = nil, sharesKnown: Bool
) -> String {
    func ends(_ name: String, _ range: ClosedRange<Double>?) -> String {
        let (least, most) = (range?.lowerBound, range?.upperBound)
        let text = [least, most].map { $0.flatMap { Rounded($0, decimals: 4) }?.description ?? "null" }
        return #""\#(name)_at_least":\#(text[0]),"\#(name)_at_most":\#(text[1])"#
    }
    return """
        "rank":\(rank),"previous_rank":null,"seen_hours_ago":0,"is_fresh":true,"sightings":1,"breakout_state":null,\
        "equal_age_percentile":null,"equal_age_percentile_at_least":null,"equal_age_percentile_at_most":null,\
        "equal_age_peers":0,"few_peers":true,"interval_movement":null,"interval_hours":null,\
        "interval_views_gained":null,"interval_views_per_hour":null,"interval_views_per_hour_at_least":null,\
        "interval_views_per_hour_at_most":null,"acceleration":null,"is_reaccelerating":null,\
        \(ends("engagement", engagement)),\(ends("score", score)),"is_fast_with_hidden_likes":false,\
        "creator_multiplier":null,"creator_multiplier_class":null,"shares_known":\(sharesKnown)
        """
}

private let itemC = """
    {"reel_id":"c","platform":"tiktok","reel_url":null,"creator_username":null,\
    "publish_time":"2026-05-01T07:00:00Z","latest_scraped_at":"2026-05-01T12:00:00Z","views":250,"likes":25,\
    "comments":null,"shares_or_saves":5,"hours_since_publish":5,"views_per_hour":50,"engagement_rate":0.12,\
    "views_percentile":0,"views_per_hour_percentile":0,"engagement_rate_percentile":100,"performance_score":45,\
    "view_multiplier":0.25,"is_outlier":null,"is_breakout":null,\
    \(seenOnce(rank: 1, engagement: 0.0841...0.1713, sharesKnown: false))}
    """
private let itemA = #"""
    {"reel_id":"a","platform":"tiktok","reel_url":"https://www.tiktok.com/@x/video/1","creator_username":"x\"\u0001é",\#
    "publish_time":"2026-05-01T02:00:00Z","latest_scraped_at":"2026-05-01T12:00:00Z","views":1000,"likes":50,\#
    "comments":10,"shares_or_saves":5,"hours_since_publish":10,"views_per_hour":100,"engagement_rate":0.065,\#
    "views_percentile":50,"views_per_hour_percentile":50,"engagement_rate_percentile":0,"performance_score":27.5,\#
    "view_multiplier":1,"is_outlier":null,"is_breakout":null,\#
    \#(seenOnce(rank: 2, engagement: 0.051...0.0828, sharesKnown: true))}
    """#
private let itemB = """
    {"reel_id":"b","platform":"tiktok","reel_url":null,"creator_username":null,\
    "publish_time":"2026-04-30T16:00:00Z","latest_scraped_at":"2026-05-01T12:00:00Z","views":4000,"likes":null,\
    "comments":1,"shares_or_saves":null,"hours_since_publish":20,"views_per_hour":200,"engagement_rate":null,\
    "views_percentile":100,"views_per_hour_percentile":100,"engagement_rate_percentile":null,"performance_score":null,\
    "view_multiplier":4,"is_outlier":null,"is_breakout":null,\
    \(seenOnce(rank: 3, score: 55...100, sharesKnown: false))}
    """

struct ReelsAnswerTests {
    @Test("JSON holds every field of the specification, in its order, null where unknown")
    func json() {
        let world = World()
        world.shelf.put(tiny)
        let response = world.ask("/reels/performance")
        #expect(response.status == 200)
        #expect(response["Content-Type"] == "application/json")
        #expect(
            response.text == """
                {"as_of":"2026-05-01T12:00:00Z","window":"7d","platform":null,"dataset":"live","cohort_size":3,\
                "cohorts":[{"platform":"tiktok","as_of":"2026-05-01T12:00:00Z","size":3,"fresh_percentage":100,\
                "seen_twice_percentage":0,"shares_known_percentage":33.33,"shares_move_ranks":true,\
                "previous_as_of":null,"changes":[]}],\
                "items":[\(itemC),\(itemA),\(itemB)],"next_cursor":null}
                """)
    }

    @Test("JSON lines are the items alone")
    func jsonLines() {
        let world = World()
        world.shelf.put(tiny)
        let response = world.ask("/reels/performance?format=ndjson")
        #expect(response["Content-Type"] == "application/x-ndjson")
        #expect(response.text == "\(itemC)\n\(itemA)\n\(itemB)\n")
    }

    @Test("CSV is RFC 4180 with the fields' names as header, to be saved as a file")
    func csv() {
        let world = World()
        world.shelf.put(tiny)
        let response = world.ask("/reels/performance?format=csv&platform=tiktok")
        #expect(response["Content-Type"] == "text/csv; charset=utf-8; header=present")
        #expect(
            response["Content-Disposition"]
                == "attachment; filename=\"shortpulse-live-tiktok-7d-2026-05-01.csv\"")
        #expect(
            response.text == """
                reel_id,platform,reel_url,creator_username,publish_time,latest_scraped_at,views,likes,comments,\
                shares_or_saves,hours_since_publish,views_per_hour,engagement_rate,views_percentile,\
                views_per_hour_percentile,engagement_rate_percentile,performance_score,view_multiplier,is_outlier,\
                is_breakout,rank,previous_rank,seen_hours_ago,is_fresh,sightings,breakout_state,equal_age_percentile,\
                equal_age_percentile_at_least,equal_age_percentile_at_most,equal_age_peers,few_peers,interval_movement,\
                interval_hours,interval_views_gained,interval_views_per_hour,interval_views_per_hour_at_least,\
                interval_views_per_hour_at_most,acceleration,is_reaccelerating,engagement_at_least,engagement_at_most,\
                score_at_least,score_at_most,is_fast_with_hidden_likes,creator_multiplier,creator_multiplier_class,\
                shares_known\r
                c,tiktok,,,2026-05-01T07:00:00Z,2026-05-01T12:00:00Z,250,25,,5,5,50,0.12,0,0,100,45,0.25,,,\
                1,,0,true,1,,,,,0,true,,,,,,,,,0.0841,0.1713,,,false,,,false\r
                a,tiktok,https://www.tiktok.com/@x/video/1,"x""\u{1}é",2026-05-01T02:00:00Z,2026-05-01T12:00:00Z,1000,50,\
                10,5,10,100,0.065,50,50,0,27.5,1,,,\
                2,,0,true,1,,,,,0,true,,,,,,,,,0.051,0.0828,,,false,,,true\r
                b,tiktok,,,2026-04-30T16:00:00Z,2026-05-01T12:00:00Z,4000,,1,,20,200,,100,100,,,4,,,\
                3,,0,true,1,,,,,0,true,,,,,,,,,,,55,100,false,,,false\r\n
                """)
    }

    @Test(
        "a cell that a spreadsheet would take for a formula becomes text",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
            ("\r=1", "\"'\r=1\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("a=1", "a=1"), ("a,b", "\"a,b\""),
            ("a\nb", "\"a\nb\""), ("", ""),
        ])
    func formulas(creator: String, cell: String) {
        let world = World()
        world.shelf.put([.sample("r", hoursOld: 1, views: 1, creator: creator)])
        let text = world.ask("/reels/performance?format=csv").text
        #expect(text.contains("\r\nr,tiktok,,\(cell),2026-05-01T11:00:00Z,"))
    }

    @Test("numbers are rounded half to even only as they leave")
    func rounding() {
        let world = World()
        // Engagement 1/32 = 0.03125; 0.125 and 0.375 hours are ties in binary as well.
        world.shelf.put([
            .sample("r", hoursOld: 0.125, views: 32, likes: 1), .sample("s", hoursOld: 0.375, views: 3, likes: 1),
        ])
        let text = world.ask("/reels/performance").text
        #expect(text.contains(#""hours_since_publish":0.12,"views_per_hour":256,"engagement_rate":0.0312,"#))
        #expect(text.contains(#""hours_since_publish":0.38,"views_per_hour":8,"engagement_rate":0.3333,"#))
        #expect(text.contains(#""view_multiplier":1.8286,"#))
    }

    @Test("each reel is ranked in its platform's cohort, and all stand in one order")
    func allPlatforms() {
        let world = World()
        let later = noon.advanced(byMicroseconds: Microseconds.minute)
        world.shelf.put([
            .sample("t1", .tiktok, hoursOld: 10, views: 100, likes: 1),
            .sample("t2", .tiktok, hoursOld: 10, views: 200, likes: 5),
            .sample("y1", .youtube, hoursOld: 10, views: 9_000_000_000, likes: 1, scrapedAt: later),
        ])
        let response = world.ask("/reels/performance")
        let text = response.text
        #expect(text.contains(#""as_of":"2026-05-01T12:01:00Z","window":"7d","platform":null,"#))
        #expect(text.contains(#""cohort_size":3,"cohorts":[{"platform":"tiktok","#))
        #expect(response.cohorts.map { $0["as_of"] } == [#""2026-05-01T12:00:00Z""#, #""2026-05-01T12:01:00Z""#])
        #expect(response.cohorts.map { $0["size"] } == ["2", "1"])
        #expect(response.reels.mapValues { $0["rank"] } == ["y1": "1", "t2": "1", "t1": "2"])
        // Both lead their cohorts with a score of 100; then more views come first.
        #expect(identifiers(text) == ["y1", "t2", "t1"])
        #expect(identifiers(world.ask("/reels/performance?platform=tiktok").text) == ["t2", "t1"])
    }

    @Test(
        "filters choose what is shown and change no ranks",
        arguments: [
            ("min_views=1000", ["a", "b"]), ("min_views=1001", ["b"]), ("min_likes=0", ["c", "a"]),
            ("min_likes=26", ["a"]), ("min_comments=0", ["a", "b"]), ("min_comments=2", ["a"]),
            ("min_engagement_rate=0", ["c", "a"]), ("min_engagement_rate=0.12", ["c"]),
            ("min_engagement_rate=0.1200001", []), ("outliers=true", []), ("outliers=false", ["c", "a", "b"]),
            ("min_views=9223372036854775807", []),
        ])
    func filters(query: String, expected: [String]) {
        let world = World()
        world.shelf.put(tiny)
        let text = world.ask("/reels/performance?\(query)").text
        #expect(identifiers(text) == expected)
        #expect(text.contains(#""cohort_size":3,"#))
        if expected.contains("a") { #expect(text.contains(itemA)) }
    }

    @Test("outliers=true shows the outliers of a cohort that is large enough to have some")
    func outliers() {
        let world = World()
        let ordinary = (0..<24).map { Observation.sample("r\($0)", hoursOld: 5, views: 100 + Int64($0), likes: 1) }
        world.shelf.put(ordinary + [.sample("viral", hoursOld: 5, views: 1_000_000, likes: 1)])
        #expect(identifiers(world.ask("/reels/performance?outliers=true").text) == ["viral"])
        #expect(identifiers(world.ask("/reels/performance").text).count == 25)
    }

    @Test("the window decides who takes part")
    func windows() {
        let world = World()
        world.shelf.put([
            .sample("d1", hoursOld: 24, views: 1), .sample("d7", hoursOld: 168, views: 1),
            .sample("d8", hoursOld: 192, views: 1), .sample("d89", hoursOld: 2136, views: 1),
            .sample("d91", hoursOld: 2184, views: 1),
        ])
        let count = { (query: String) in identifiers(world.ask("/reels/performance\(query)").text).count }
        #expect(count("") == 2)
        #expect(count("?window=7d") == 2)
        #expect(count("?window=30d") == 3)
        #expect(count("?window=90d") == 4)
    }

    @Test("more than 50,000 reels need a limit in JSON, and none elsewhere")
    func tooMany() {
        let world = World()
        world.shelf.put((0..<50_001).map { .sample("r\($0)", hoursOld: 5, views: Int64($0), likes: 1) })
        let refused = world.ask("/reels/performance")
        #expect(refused.status == 422)
        #expect(refused.text.contains(#""parameter":"limit""#))
        #expect(world.ask("/reels/performance?min_views=49000").status == 200)
        #expect(world.ask("/reels/performance?limit=1").status == 200)
        #expect(world.ask("/reels/performance?format=csv").body.count { $0 == UInt8(ascii: "\n") } == 50_002)
    }
}

/// The ids of the items of an answer, in their order.
func identifiers(_ json: String) -> [String] {
    json.split(separator: "\"reel_id\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}
