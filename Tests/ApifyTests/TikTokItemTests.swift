import Apify
import Reels
import Testing

@Suite struct `TikTok items` {
    @Test func `every field finds its place`() throws {
        let observation = try Fixture.tiktok.observation()
        #expect(
            observation
                == Observation(
                    key: ReelKey(reelID: "7600000000000000001", platform: .tiktok), scrapedAt: Fixture.scrapedAt,
                    publishTime: Instant(seconds: 1_781_437_657), views: 24_500, viewsSource: .playCount,
                    reelURL: "https://www.tiktok.com/@wool.orbit/video/7600000000000000001",
                    creatorUsername: "wool.orbit", likes: 1_600, comments: 8, shares: 12, saves: 203,
                    captionText: "knitting a cloud", audioID: "7123", audioName: "original sound",
                    hashtags: ["wool"], durationSeconds: 15))
    }

    @Test(arguments: [
        "https://www.tiktok.com/@wool.orbit/video/7600000000000000009",
        "https://www.tiktok.com/@wool.orbit/video/7600000000000000009/",
        "https://www.tiktok.com/@wool.orbit/video/7600000000000000009?lang=en#top",
    ])
    func `a table export has its id in the address`(address: String) throws {
        let item = Fixture.tiktok.with("id", nil).with("webVideoUrl", "\"\(address)\"")
        #expect(try item.observation().key.reelID == "7600000000000000009")
    }

    @Test func `an address that ends in no id gives none`() {
        let rejection = Fixture.tiktok.with("id", nil).with("webVideoUrl", #""https://www.tiktok.com/@wool""#)
            .rejection()
        #expect(rejection?.code == .missingID)
        #expect(
            rejection?.reason
                == "id is missing, and webVideoUrl \"https://www.tiktok.com/@wool\" does not end in one")
    }

    @Test func `an id written as a number keeps its digits`() throws {
        #expect(
            try Fixture.tiktok.with("id", "7600000000000000003").observation().key.reelID == "7600000000000000003")
    }

    @Test(
        arguments: [
            ("1781437657", nil), (#""1781437657""#, nil), (nil, #""2026-06-14T11:47:37.000Z""#),
            (nil, #""2026-06-14T13:47:37+02:00""#),
        ] as [(String?, String?)])
    func `the publish time is in seconds or in ISO`(seconds: String?, iso: String?) throws {
        let item = Fixture.tiktok.with("createTime", seconds).with("createTimeISO", iso)
        #expect(try item.observation().publishTime == Instant(seconds: 1_781_437_657))
    }

    @Test(
        arguments: [
            (nil, nil, ItemRejection.Code.missingPublishTime), ("-5", nil, .badPublishTime),
            ("1e99", nil, .badPublishTime), (nil, #""2026-06-14 11:47""#, .badPublishTime),
        ] as [(String?, String?, ItemRejection.Code)])
    func `a publish time that is none is the reason`(seconds: String?, iso: String?, code: ItemRejection.Code) {
        let item = Fixture.tiktok.with("createTime", seconds).with("createTimeISO", iso)
        #expect(item.rejection()?.code == code)
    }

    @Test func `a slideshow is no video`() {
        #expect(Fixture.tiktok.with("isSlideshow", "true").rejection()?.code == .notAVideo)
    }

    @Test func `a row with url, input and error is no reel`() {
        let row = Fixture(members: [
            ("url", #""https://www.tiktok.com/@gone""#), ("input", #""gone""#), ("error", #""Post not found""#),
        ])
        #expect(row.rejection()?.code == .errorRow)
        #expect(row.rejection()?.platform == .tiktok)
    }

    @Test func `counts that are not given are unknown`() throws {
        let item = Fixture.tiktok.with("shareCount", nil).with("collectCount", "null").with("diggCount", nil)
            .with("commentCount", nil)
        let observation = try item.observation()
        #expect(observation.shares == nil && observation.saves == nil)
        #expect(observation.likes == nil && observation.comments == nil)
    }

    @Test func `a missing address is made from creator and id`() throws {
        let url = try Fixture.tiktok.with("webVideoUrl", nil).observation().reelURL
        #expect(url == "https://www.tiktok.com/@wool.orbit/video/7600000000000000001")
    }
}
