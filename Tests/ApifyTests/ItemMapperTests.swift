import Apify
import Reels
import Testing

@Suite struct `Any item` {
    @Test(
        arguments: [
            ("5", 5), (#""5""#, 5), ("0", 0), ("-0", 0), ("5.0", 5), ("5e2", 500), (#""9223372036854775807""#, .max),
            ("3000000000", 3_000_000_000),
        ] as [(String, Int64)])
    func `a count is a whole number, as number or as text`(json: String, views: Int64) throws {
        #expect(try Fixture.tiktok.with("playCount", json).observation().views == views)
    }

    @Test(arguments: [
        ("-1", "playCount is -1, negative"), ("1.5", "playCount is 1.5, not whole"),
        (#""1.2K""#, #"playCount is "1.2K", no number"#), (#""""#, #"playCount is "", no number"#),
        (#""nan""#, #"playCount is "nan", no number"#), (#""+5""#, #"playCount is "+5", no number"#),
        ("\" 5\"", #"playCount is " 5", no number"#), ("true", "playCount is true, no number"),
        ("[5]", "playCount is an array, no number"), ("1e300", "playCount is 1e300, too large"),
        ("1e999", "playCount is 1e999, no number"),
        (#""0x10""#, #"playCount is "0x10", no number"#),
        ("9223372036854775808", "playCount is 9223372036854775808, too large"),
    ])
    func `any other count is rejected, and the reason shows it`(json: String, reason: String) {
        let rejection = Fixture.tiktok.with("playCount", json).rejection()
        #expect(rejection?.code == .badCount)
        #expect(rejection?.reason == reason)
    }

    @Test(arguments: ["commentCount", "shareCount", "collectCount", "diggCount"])
    func `a bad count in any field rejects the item`(name: String) {
        #expect(Fixture.tiktok.with(name, "0.5").rejection()?.code == .badCount)
    }

    @Test(arguments: [
        (Fixture.instagram, "videoPlayCount, igPlayCount, videoViewCount"), (.tiktok, "playCount"),
        (.youtube, "viewCount"),
    ])
    func `an item without views is rejected`(item: Fixture, names: String) {
        let bare = names.split(separator: ", ").reduce(item) { $0.with(String($1), nil) }
        #expect(bare.rejection()?.code == .missingViews)
        #expect(bare.rejection()?.reason == "no views are given (\(names))")
    }

    @Test(
        arguments: [
            ("\"\"", ItemRejection.Code.missingID), ("null", .missingID), (nil, .missingID), (#""a b""#, .badID),
            (#""a/b""#, .badID), (#""é""#, .badID), (#"".""#, .badID), (#""..""#, .badID), (#""a\u0007""#, .badID),
            (#""\u0000""#, .missingID), ("\"" + String(repeating: "x", count: 256) + "\"", .badID),
        ] as [(String?, ItemRejection.Code)])
    func `an id is printable and not too long`(json: String?, code: ItemRejection.Code) {
        let rejection = Fixture.instagram.with("id", json).rejection()
        #expect(rejection?.code == code)
        #expect(rejection?.reelID == nil)
    }

    @Test func `an id may have 255 bytes, and loses its NULs`() throws {
        let long = String(repeating: "x", count: 255)
        #expect(try Fixture.instagram.with("id", "\"\(long)\"").observation().key.reelID == long)
        #expect(try Fixture.instagram.with("id", #""1\u00002""#).observation().key.reelID == "12")
    }

    @Test(arguments: [(86_400, true), (86_401, false)] as [(Int64, Bool)])
    func `a reel may be published up to 24 h after it was seen`(secondsLater: Int64, isKept: Bool) {
        let created = Fixture.scrapedAt.microseconds / 1_000_000 + secondsLater
        let rejection = Fixture.tiktok.with("createTime", String(created)).rejection()
        #expect(rejection?.code == (isKept ? nil : .futurePublishTime))
    }

    @Test func `text loses its NULs and nothing else`() throws {
        let item = Fixture.instagram.with("caption", #""\u0000a\u202eשלום\u0000 <b>&\"""#)
            .with("ownerUsername", #""\u0000""#).with("hashtags", ##"["x\u0000y", "#z", 5, null, {"name": "w"}]"##)
        let observation = try item.observation()
        #expect(observation.captionText == "a\u{202e}שלום <b>&\"")
        #expect(observation.creatorUsername == nil)
        #expect(observation.hashtags == ["xy", "z", "w"])
    }

    @Test func `fields of an unexpected kind are as if absent where they are not counted`() throws {
        let item = Fixture.instagram.with("musicInfo", "[]").with("hashtags", "{}").with("caption", "{}")
            .with("videoDuration", "-3")
        let observation = try item.observation()
        #expect(observation.audioID == nil && observation.captionText == nil)
        #expect(observation.hashtags.isEmpty && observation.durationSeconds == nil)
    }

    @Test(arguments: [
        (#"{"id":"1","caption":"\ud83d"}"#, "bad_json: the item is no JSON: a lone surrogate stands at byte 27"),
        ("", "bad_json: the item is no JSON: the text ends where a value is due at byte 0"),
        ("<html>", "bad_json: the item is no JSON: no JSON value begins at byte 0"),
        (#"{"a":1,"a":2}"#, "bad_json: the item is no JSON: a key given twice ends at byte 12"),
        (#"{"a":NaN}"#, "bad_json: the item is no JSON: no JSON value begins at byte 5"),
        (String(repeating: "[", count: 60_000), "bad_json: the item is no JSON: nested deeper than 64 at byte 64"),
        ("5", "not_an_object: the item is a number, not an object"),
        ("[]", "not_an_object: the item is an array, not an object"),
        ("{}", "unknown_platform: neither its fields nor its addresses tell the platform"),
        (#"{"error":"no_items"}"#, #"no_items: the actor reports error "no_items""#),
    ])
    func `what is no item is rejected with its reason`(text: String, message: String) {
        let mapper = ItemMapper(scrapedAt: Fixture.scrapedAt)
        let rejection = #expect(throws: ItemRejection.self) { try mapper.observation(from: Array(text.utf8)) }
        #expect(rejection?.description == message)
    }

    @Test func `a bad byte in a field that is not read rejects the item`() {
        var bytes = Array(Fixture.tiktok.with("locationCreated", #""@@""#).text.utf8)
        bytes[bytes.count - 3] = 0xC3
        let mapper = ItemMapper(scrapedAt: Fixture.scrapedAt)
        let rejection = #expect(throws: ItemRejection.self) { try mapper.observation(from: bytes) }
        #expect(rejection?.code == .badJSON)
    }

    @Test(arguments: [
        (Fixture.instagram, Platform.instagram), (.tiktok, .tiktok), (.youtube, .youtube),
        (Fixture.instagram.with("url", #""https://www.tiktok.com/@a""#), .instagram),
    ])
    func `an item's own shape tells its platform`(item: Fixture, platform: Platform) throws {
        #expect(try item.observation().key.platform == platform)
    }

    @Test func `the caller's platform overrides the shape`() throws {
        let both = Fixture.tiktok.with("viewCount", "5").with("url", #""https://youtu.be/x""#).with("duration", "9")
            .with("date", #""2026-06-13""#)
        #expect(try both.observation().key.platform == .tiktok)
        #expect(try both.observation(platform: .youtube).key.platform == .youtube)
        #expect(Fixture.tiktok.rejection(platform: .instagram)?.code == .missingViews)
    }

    @Test func `a value in a reason is short and harmless`() {
        let hostile = #""\u001b[31m\u202e\u0000"# + String(repeating: "x", count: 100) + "\""
        let rejection = Fixture.tiktok.with("playCount", hostile).rejection()
        let shown = "\u{FFFD}[31m\u{FFFD}\u{FFFD}" + String(repeating: "x", count: 33) + "…"
        #expect(rejection?.reason == "playCount is \"\(shown)\", no number")
    }

    @Test func `an item that is too large has its reason`() {
        let rejection = ItemRejection.tooLarge(byteCount: 70_000, maximumLength: 65_536)
        #expect(rejection.description == "too_large: the item is 70000 bytes long, more than 65536")
    }
}
