import Apify
import Reels
import Testing

@Suite struct `YouTube items` {
    @Test func `every field finds its place`() throws {
        let observation = try Fixture.youtube.observation()
        #expect(
            observation
                == Observation(
                    key: ReelKey(reelID: "Qx0aPaper_1", platform: .youtube), scrapedAt: Fixture.scrapedAt,
                    publishTime: Instant(seconds: 1_781_344_816), views: 31_401, viewsSource: .viewCount,
                    reelURL: "https://www.youtube.com/shorts/Qx0aPaper_1", creatorUsername: "Kettle Orchestra",
                    likes: 684, comments: 2, captionText: "A kettle in 16 seconds", hashtags: ["kettle"],
                    durationSeconds: 16))
    }

    @Test(
        arguments: [
            ("2026-06-13T10:00:16.000Z", 1_781_344_816, true), ("2026-06-13T10:00:16Z", 1_781_344_816, true),
            ("2026-06-13T03:00:16-07:00", 1_781_344_816, true), ("2026-06-13", 1_781_308_800, false),
        ] as [(String, Int64, Bool)])
    func `a date is exact, or a day alone`(date: String, seconds: Int64, isExact: Bool) throws {
        let observation = try Fixture.youtube.with("date", "\"\(date)\"").observation()
        #expect(observation.publishTime == Instant(seconds: seconds))
        #expect(observation.publishTimeIsExact == isExact)
    }

    @Test(
        arguments: [
            (#""2 months ago""#, ItemRejection.Code.relativeDate), (#""Streamed 3 weeks ago""#, .relativeDate),
            (#""hace 2 meses""#, .relativeDate), (#""vor 2 Monaten""#, .relativeDate), (#""2か月前""#, .relativeDate),
            (#""Nov 1, 2018""#, .badPublishTime), (#""2026-02-30""#, .badPublishTime), (#""""#, .badPublishTime),
            ("1781344816", .badPublishTime), ("null", .missingPublishTime), (nil, .missingPublishTime),
        ] as [(String?, ItemRejection.Code)])
    func `words are no time at all`(date: String?, code: ItemRejection.Code) {
        #expect(Fixture.youtube.with("date", date).rejection()?.code == code)
    }

    @Test func `the reason shows the words`() {
        #expect(
            Fixture.youtube.with("date", #""2 months ago""#).rejection()?.reason
                == "date is \"2 months ago\": words relative to an unknown day")
    }

    private static let shorts = #""https://www.youtube.com/shorts/Qx0aPaper_1""#
    private static let watch = #""https://www.youtube.com/watch?v=Qx0aPaper_1""#

    @Test(
        arguments: [
            (shorts, nil, #""00:27:11""#, 1_631), (watch, #""shorts""#, nil, nil), (watch, #""video""#, #""1:00""#, 60),
            (watch, nil, #""00:03:00""#, 180), (watch, nil, "59", 59), (watch, nil, #""59""#, 59),
            (nil, nil, "180.0", 180),
            (shorts, nil, #""soon""#, nil), (shorts, nil, nil, nil),
        ] as [(String?, String?, String?, Double?)])
    func `an address, a type or a length tells a Short`(
        url: String?, type: String?, duration: String?, seconds: Double?
    ) throws {
        let item = Fixture.youtube.with("url", url).with("type", type).with("duration", duration)
        #expect(try item.observation().durationSeconds == seconds)
    }

    @Test(
        arguments: [
            (watch, #""video""#, #""00:03:01""#, #"duration is "00:03:01", longer than a Short's 180 s"#),
            (watch, nil, #""1:02:03""#, #"duration is "1:02:03", longer than a Short's 180 s"#),
            (watch, nil, "181", "duration is 181, longer than a Short's 180 s"),
            (watch, nil, nil, "neither url, type nor duration tells that it is a Short"),
            (watch, nil, #""LIVE""#, "neither url, type nor duration tells that it is a Short"),
            (
                #""https://www.youtube.com/@shorts""#, nil, nil,
                "neither url, type nor duration tells that it is a Short"
            ),
        ] as [(String?, String?, String?, String)])
    func `what is longer, or tells nothing, is not short-form`(
        url: String?, type: String?, duration: String?, reason: String
    ) {
        let rejection = Fixture.youtube.with("url", url).with("type", type).with("duration", duration).rejection()
        #expect(rejection?.code == .notShortForm)
        #expect(rejection?.reason == reason)
    }

    @Test(arguments: [("null", nil), (nil, nil), ("0", 0)] as [(String?, Int64?)])
    func `hidden likes are null`(json: String?, likes: Int64?) throws {
        #expect(try Fixture.youtube.with("likes", json).observation().likes == likes)
    }

    @Test func `likes of -1 are Instagram's own`() {
        #expect(Fixture.youtube.with("likes", "-1").rejection()?.code == .badCount)
    }

    @Test func `a missing address is made from the id`() throws {
        let url = try Fixture.youtube.with("url", nil).observation().reelURL
        #expect(url == "https://www.youtube.com/shorts/Qx0aPaper_1")
    }
}
