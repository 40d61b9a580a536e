import Apify
import Reels
import Testing

@Suite struct `Instagram items` {
    @Test func `every field finds its place`() throws {
        let observation = try Fixture.instagram.observation()
        #expect(
            observation
                == Observation(
                    key: ReelKey(reelID: "3700000000000000001", platform: .instagram), scrapedAt: Fixture.scrapedAt,
                    publishTime: Instant(seconds: 1_781_437_657), views: 36_450, viewsSource: .videoPlayCount,
                    reelURL: "https://www.instagram.com/p/PaperLamp01/", creatorUsername: "paper.lantern.lab",
                    likes: 812, comments: 21, captionText: "Folding a lamp 🏮", audioID: "28283873319133300",
                    audioName: "Slow Lamp", hashtags: ["paper", "lamp"], durationSeconds: 54.93))
    }

    @Test(
        arguments: [
            ("36450", "30000", "9000", 36_450, ViewsSource.videoPlayCount),
            ("0", "30000", "9000", 0, .videoPlayCount),
            ("null", "30000", "9000", 30_000, .igPlayCount),
            (nil, nil, "9000", 9_000, .videoViewCount),
        ] as [(String?, String?, String?, Int64, ViewsSource)])
    func `views come from the first field given, which is named`(
        plays: String?, igPlays: String?, narrow: String?, views: Int64, source: ViewsSource
    ) throws {
        let item = Fixture.instagram.with("videoPlayCount", plays).with("igPlayCount", igPlays)
            .with("videoViewCount", narrow)
        let observation = try item.observation()
        #expect(observation.views == views)
        #expect(observation.viewsSource == source)
    }

    @Test(
        arguments: [
            ("-1", nil), (#""-1""#, nil), (nil, nil), ("null", nil), ("0", 0), ("812", 812), (#""1464""#, 1_464),
        ] as [(String?, Int64?)])
    func `likes of -1 are hidden, absent ones unknown, and 0 is a value`(json: String?, likes: Int64?) throws {
        #expect(try Fixture.instagram.with("likesCount", json).observation().likes == likes)
    }

    @Test(
        arguments: [
            ("7", nil, 7), (nil, "9", 9), ("0", "9", 0), (nil, nil, nil),
        ] as [(String?, String?, Int64?)])
    func `shares have two names`(shares: String?, reshares: String?, expected: Int64?) throws {
        let item = Fixture.instagram.with("sharesCount", shares).with("reshareCount", reshares)
        #expect(try item.observation().shares == expected)
    }

    @Test(arguments: ["Image", "Sidecar"])
    func `an image or a carousel is no video`(type: String) {
        let rejection = Fixture.instagram.with("type", "\"\(type)\"").rejection()
        #expect(rejection?.code == .notAVideo)
        #expect(rejection?.reason == "type is \"\(type)\", no video")
        #expect(rejection?.reelID == "3700000000000000001")
        #expect(rejection?.platform == .instagram)
    }

    @Test func `a row of partial data with an id is a whole reel`() throws {
        let item = Fixture.instagram.with("error", #""partial_data""#)
        #expect(try item.observation() == Fixture.instagram.observation())
    }

    @Test(arguments: [
        ("no_items", ItemRejection.Code.noItems), ("partial_data", .errorRow), ("not_found", .errorRow),
    ])
    func `a row with an error and no id is no reel`(error: String, code: ItemRejection.Code) {
        let row = Fixture(members: [
            ("url", #""https://www.instagram.com/explore/tags/lamps""#), ("error", "\"\(error)\""),
            ("errorDescription", #""Empty or private data""#),
        ])
        let rejection = row.rejection()
        #expect(rejection?.code == code)
        #expect(rejection?.reason == "the actor reports error \"\(error)\": \"Empty or private data\"")
        #expect(rejection?.platform == .instagram)
    }

    @Test(
        arguments: [
            (#""https://www.instagram.com/reel/X_1/""#, "https://www.instagram.com/reel/X_1/"),
            (nil, "https://www.instagram.com/p/PaperLamp01/"),
            (#""javascript:alert(1)""#, "https://www.instagram.com/p/PaperLamp01/"),
            (#""https://instagram.com.example/p/PaperLamp01/""#, "https://www.instagram.com/p/PaperLamp01/"),
        ] as [(String?, String?)])
    func `an address is kept if it is Instagram's, else made from the short code`(json: String?, url: String?) throws {
        #expect(try Fixture.instagram.with("url", json).observation().reelURL == url)
    }

    @Test func `without a usable address or short code there is no link`() throws {
        let item = Fixture.instagram.with("url", #""http://x""#).with("shortCode", #""a/../b""#)
        #expect(try item.observation().reelURL == nil)
    }

    @Test func `more likes than plays are real`() throws {
        let item = Fixture.instagram.with("videoPlayCount", "490").with("likesCount", "1464")
        #expect(try item.observation().likes == 1_464)
    }
}
