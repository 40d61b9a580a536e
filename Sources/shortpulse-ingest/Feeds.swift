import HTTPClient
import Ingest
import Reels
import Settings
import System

extension Installation {
    /// The feeds that are configured, in the operator's order; none without credentials for Apify.
    ///
    /// - Throws: `SettingsError` naming the variable that is wrong.
    func feeds() throws(SettingsError) -> [ApifyFeed] {
        guard let apify = try settings.apify() else { return [] }
        var feeds: [ApifyFeed] = []
        for configured in apify.feeds {
            let feed = ApifyFeed(configured, of: apify)
            guard feed.inputIsObject else {
                throw SettingsError(variable: configured.inputVariable, problem: "must be one JSON object")
            }
            feeds.append(feed)
        }
        return feeds
    }
}

extension RunSettlement {
    init(_ installation: Installation, _ feed: ApifyFeed) {
        self.init(
            database: installation.database, schema: installation.schema, feed: feed, now: Installation.now,
            pause: { Thread.pause(for: $0) })
    }
}

extension ApifyFeed {
    fileprivate init(_ feed: Settings.Feed, of apify: Settings.Apify) {
        self.init(
            name: feed.name, token: BearerToken(apify.token.revealed), base: apify.base, actorID: feed.actorID,
            platform: feed.platform.flatMap(Platform.init(rawValue:)),
            input: feed.inputJSON ?? Self.recommendedInput(maximumResults: feed.maximumResults),
            timeoutSeconds: feed.timeoutSeconds, interval: .seconds(3_600 * feed.intervalHours))
    }
}
