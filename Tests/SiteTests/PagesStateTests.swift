import Reels
import Scoring
import Site
import Testing

struct PagesStateTests {
    private func performance(_ state: PagesState) -> String {
        state.world.ask("/performance" + state.query).text
    }

    @Test func `the sample is never shown without being called that`() {
        let byDefault = performance(.sampleByDefault)
        #expect(byDefault.contains("This is the sample.") && byDefault.contains("because there is no live data yet"))
        let world = PagesState.live.world
        world.shelf.put(Observation.kiln(24), in: .sample)
        #expect(world.ask("/performance?dataset=sample").text.contains("because it was asked for"))
        #expect(!world.ask("/performance").text.contains("This is the sample."))
    }

    @Test func `stale data is called old, and the next run overdue`() {
        let stale = performance(.stale)
        #expect(stale.contains("The data is old."))
        #expect(stale.contains("next run was due <time datetime=\"2026-05-01T18:00:00Z\">2026-05-01 18:00 UTC</time>"))
        #expect(performance(.live).contains("next run due <time datetime=\"2026-05-01T18:00:00Z\">"))
        #expect(!performance(.live).contains("The data is old."))
    }

    @Test(arguments: ["/", "/performance", "/performance/tiktok/"])
    func `what comes from the disk alone says so, until the database confirms it`(path: String) throws {
        let world = PagesState.live.world
        let snapshot = try #require(world.shelf.current(.live)?.snapshot)
        let reel = try #require(snapshot.cohorts(window: .week, platform: .tiktok).first?[0].key.reelID)
        let target = path == "/performance/tiktok/" ? path + reel : path
        let confirmed = world.ask(target)
        world.shelf.setUnconfirmed(true)
        world.shelf.setReachable(path != "/performance/tiktok/")
        let kept = world.ask(target)
        #expect(kept.status == 200 && kept.text.contains("The database is away."))
        world.shelf.setUnconfirmed(false)
        world.shelf.setReachable(true)
        #expect(world.ask(target).body == confirmed.body && !confirmed.text.contains("The database is away."))
    }

    @Test func `a look back says of when, and nothing of the next run`() {
        let past = performance(.past)
        #expect(past.contains("This is a look back."))
        #expect(past.contains("as of <time datetime=\"2026-05-01T06:00:00Z\">2026-05-01 06:00 UTC</time>"))
        #expect(!past.contains("next run"))
    }

    @Test func `too few reels are called that, and none is flagged`() {
        let few = performance(.few)
        #expect(few.contains("Few reels: Instagram, TikTok, YouTube."))
        #expect(!few.contains("badge-top") && !few.contains("badge-breakout") && !few.contains("#F5B942"))
    }

    @Test func `where nobody reaches 95 the best is named`() {
        #expect(performance(.noTop).contains("No reel reaches 95 today; the best is "))
        #expect(!performance(.noTop).contains("badge-top"))
        #expect(performance(.live).contains("badge-top"))
    }

    @Test func `nothing observed says how to begin`() {
        #expect(performance(.empty).contains("Nothing has been observed yet"))
        #expect(performance(.empty).contains("shortpulse-ingest import"))
        #expect(performance(.beforeAll).contains("Nothing had been observed by then"))
        let world = PagesState.live.world
        world.shelf.put([.sample("old", hoursOld: 500, views: 9)])
        let text = world.ask("/performance").text
        #expect(text.contains("No reel was published in these 7\u{A0}days"))
        #expect(text.contains("<a href=\"/performance?window=30d\">Look back 30\u{A0}days</a>"))
    }

    @Test func `platforms of different clocks each say their own`() {
        let world = World()
        let earlier = noon.advanced(byMicroseconds: -2 * Microseconds.hour)
        world.shelf.put([
            .sample("a", .tiktok, hoursOld: 5, views: 9),
            .sample("b", .youtube, hoursOld: 5, views: 9, scrapedAt: earlier),
        ])
        let text = world.ask("/performance").text
        #expect(text.contains("TikTok as of <time datetime=\"2026-05-01T12:00:00Z\">"))
        #expect(text.contains("YouTube as of <time datetime=\"2026-05-01T10:00:00Z\">"))
    }

    @Test func `50 reels are listed, and where the others are is said`() {
        let world = World()
        world.shelf.put(PagesState.pageful)
        let text = world.ask("/performance").text
        #expect(text.ranges(of: "<td class=\"rank\">").count == 50)
        #expect(text.contains("1–50 of 360\u{A0}reels"))
        #expect(text.contains("href=\"/reels/performance?sort=breakout_state&amp;format=csv\""))
        #expect(text.contains("href=\"/reels/performance?sort=breakout_state&amp;format=csv&amp;limit=50\""))
        #expect(text.contains("the platforms are only drawn together"))
        #expect(!world.ask("/performance?platform=tiktok").text.contains("the platforms are only drawn together"))
    }

    @Test func `hidden likes are told, not guessed`() {
        let world = World()
        world.shelf.put(Observation.kiln(24).map { $0.key.reelID == "750" ? $0.withoutLikes : $0 })
        let text = world.ask("/performance?platform=tiktok").text
        let (one, two) = (performance(.live), text)
        #expect(one.fastHidden == 1 && two.fastHidden == 2)
        #expect(text.contains("<span class=\"badge\">Likes hidden</span>"))
    }
}

extension String {
    /// Entries of the list of fast reels that hide their likes.
    fileprivate var fastHidden: Int {
        let list = split(separator: "id=\"hidden-title\"").dropFirst().first?.split(separator: "</ol>").first
        return list?.ranges(of: "<li").count ?? 0
    }
}

extension Observation {
    fileprivate var withoutLikes: Observation {
        var reel = self
        reel.likes = nil
        return reel
    }
}
