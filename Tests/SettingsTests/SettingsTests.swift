import Settings
import Testing

private func settings(_ values: [String: String]) -> Settings {
    Settings { values[$0] }
}

struct SettingsTests {
    @Test(
        "a driver in the address is dropped and told",
        arguments: [
            ("postgresql+psycopg://u:p@h/d", "postgresql://u:p@h/d", String?("psycopg")),
            ("postgresql://u:p@h/d", "postgresql://u:p@h/d", nil), ("postgres://h/d", "postgresql://h/d", nil),
            ("host=/run dbname=x", "host=/run dbname=x", nil),
        ])
    func databaseAddress(text: String, address: String, driver: String?) throws {
        let parsed = try settings(["DATABASE_URL": text]).databaseAddress()
        #expect(parsed.revealed == address)
        #expect(parsed.droppedDriver == driver)
        #expect("\(parsed)" == "(hidden)")
    }

    @Test(
        "a missing or malformed value names its variable and repeats no secret",
        arguments: [String?.none, "mysql://u:hunter2@h/d", "hunter2"])
    func badAddress(text: String?) {
        let error = #expect(throws: SettingsError.self) {
            try settings(text.map { ["DATABASE_URL": $0] } ?? [:]).databaseAddress()
        }
        #expect(error?.variable == "DATABASE_URL")
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test("numbers have bounds", arguments: ["0", "-1", "6.5", "six", "99999"])
    func badInterval(text: String) {
        #expect(throws: SettingsError.self) { try settings(["INGESTION_INTERVAL_HOURS": text]).intervalHours() }
    }

    @Test("defaults are those that are documented")
    func defaults() throws {
        #expect(try settings([:]).intervalHours() == 6)
        #expect(settings([:]).schemaName == "shortpulse")
        #expect(settings([:]).environmentName == "local")
        #expect(try settings([:]).apify() == nil)
        let apify = try #require(try settings(["APIFY_API_TOKEN": "t", "APIFY_ACTOR_ID": "a~b"]).apify())
        #expect(apify.base == "https://api.apify.com" && apify.feeds.map(\.name) == ["default"])
        let feed = apify.feeds[0]
        #expect(feed.actorID == "a~b" && feed.maximumResults == 200 && feed.intervalHours == 6 && feed.platform == nil)
    }

    @Test("several feeds have what they set of their own, and the rest in common")
    func feeds() throws {
        let apify = try #require(
            try settings([
                "APIFY_API_TOKEN": "t", "APIFY_FEEDS": "reels, TikTok", "APIFY_FEED_REELS_ACTOR_ID": "a~reels",
                "APIFY_FEED_TIKTOK_ACTOR_ID": "b~tiktok", "APIFY_FEED_TIKTOK_PLATFORM": "TikTok",
                "APIFY_FEED_TIKTOK_INPUT_JSON": "{}", "APIFY_FEED_TIKTOK_INTERVAL_HOURS": "12",
                "APIFY_MAX_RESULTS": "50",
            ]).apify())
        #expect(apify.feeds.map(\.name) == ["reels", "tiktok"])
        #expect(apify.feeds.map(\.actorID) == ["a~reels", "b~tiktok"])
        #expect(apify.feeds.map(\.platform) == [nil, "tiktok"])
        #expect(apify.feeds.map(\.inputJSON) == [nil, "{}"])
        #expect(apify.feeds.map(\.intervalHours) == [6, 12] && apify.feeds.map(\.maximumResults) == [50, 50])
    }

    @Test(
        "a feed that is not right is an error that names the variable",
        arguments: [
            (["APIFY_FEEDS": "a"], "APIFY_FEED_A_ACTOR_ID"),
            (["APIFY_FEEDS": "a,a", "APIFY_ACTOR_ID": "x"], "APIFY_FEEDS"),
            (["APIFY_FEEDS": "a-b", "APIFY_ACTOR_ID": "x"], "APIFY_FEEDS"), (["APIFY_FEEDS": ","], "APIFY_FEEDS"),
            (
                ["APIFY_FEEDS": "a", "APIFY_ACTOR_ID": "x", "APIFY_FEED_A_PLATFORM": "vine"], "APIFY_FEED_A_PLATFORM"
            ),
            (
                ["APIFY_FEEDS": "a", "APIFY_ACTOR_ID": "x", "APIFY_FEED_A_TIMEOUT_SECONDS": "0"],
                "APIFY_FEED_A_TIMEOUT_SECONDS"
            ),
        ])
    func badFeeds(variables: [String: String], name: String) throws {
        do {
            _ = try settings(variables.merging(["APIFY_API_TOKEN": "t"]) { $1 }).apify()
            Issue.record("no error")
        } catch {
            #expect(error.variable == name)
        }
    }

    @Test("half of the credentials is an error that names the other half")
    func halfCredentials() {
        #expect(throws: SettingsError(variable: "APIFY_ACTOR_ID", problem: "is not set, and APIFY_API_TOKEN is")) {
            try settings(["APIFY_API_TOKEN": "t"]).apify()
        }
    }

    @Test("a secret shows itself in no description and no dump")
    func secrets() throws {
        let secret = Secret("hunter2")
        var text = "\(secret) \(String(reflecting: secret))"
        dump(secret, to: &text)
        #expect(!text.contains("hunter2"))
    }
}
