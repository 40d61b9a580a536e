extension Settings {
    /// One actor to bring items in from, as the operator configured it.
    public struct Feed: Sendable, Equatable {
        /// In lower case; `default` where there is only one and it has no name.
        public let name: String
        /// An actor's id or `user~name`.
        public let actorID: String
        /// What every item is taken for; nil where each item's own shape tells.
        public let platform: String?
        /// How many reels are asked for.
        public let maximumResults: Int
        /// Replaces the actor's input where it is set.
        public let inputJSON: String?
        /// The variable that it came from, for messages.
        public let inputVariable: String
        /// After so long the remote run is given up.
        public let timeoutSeconds: Int
        /// From the start of one run to the start of the next.
        public let intervalHours: Int
    }

    /// What is needed to ask Apify for runs.
    public struct Apify: Sendable {
        /// Sent as `Authorization: Bearer`, and nowhere else.
        public let token: Secret
        /// Base address of the API.
        public let base: String
        /// At least one, in the operator's order.
        public let feeds: [Feed]
    }

    /// Whether token and actor are there, for who only wants to know that.
    public var hasApifyCredentials: Bool {
        value("APIFY_API_TOKEN") != nil && (value("APIFY_ACTOR_ID") != nil || value("APIFY_FEEDS") != nil)
    }

    /// Nil where there are no credentials.
    ///
    /// - Throws: names the variable that is missing or malformed.
    public func apify() throws(SettingsError) -> Apify? {
        let token = value("APIFY_API_TOKEN")
        let hasActor = value("APIFY_ACTOR_ID") != nil || value("APIFY_FEEDS") != nil
        guard let token else {
            guard hasActor else { return nil }
            throw SettingsError(variable: "APIFY_API_TOKEN", problem: "is not set, and an actor is")
        }
        guard hasActor else {
            throw SettingsError(variable: "APIFY_ACTOR_ID", problem: "is not set, and APIFY_API_TOKEN is")
        }
        let base = value("APIFY_API_BASE") ?? "https://api.apify.com"
        guard base.hasPrefix("https://") || base.hasPrefix("http://") else {
            throw SettingsError(
                variable: "APIFY_API_BASE", problem: "must begin with https:// (http:// on this machine alone)")
        }
        return Apify(token: Secret(token), base: base, feeds: try feeds())
    }

    private func feeds() throws(SettingsError) -> [Feed] {
        guard let list = value("APIFY_FEEDS") else { return [try feed("default", prefix: nil)] }
        var feeds: [Feed] = []
        for part in list.split(separator: ",") {
            let name = part.filter { $0 != " " }.lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isInFeedName), !feeds.contains(where: { $0.name == name })
            else {
                throw SettingsError(
                    variable: "APIFY_FEEDS",
                    problem: "must be different names of letters, digits and _, separated by commas, as in reels,tiktok"
                )
            }
            feeds.append(try feed(name, prefix: "APIFY_FEED_\(name.uppercased())_"))
        }
        guard !feeds.isEmpty else { throw SettingsError(variable: "APIFY_FEEDS", problem: "names no feed") }
        return feeds
    }

    private static func isInFeedName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    /// What a feed does not set of its own, it has from the variables that hold for all.
    private func feed(_ name: String, prefix: String?) throws(SettingsError) -> Feed {
        func variable(_ own: String, _ common: String) -> String {
            guard let prefix, value(prefix + own) != nil else { return common }
            return prefix + own
        }
        let actor = variable("ACTOR_ID", "APIFY_ACTOR_ID")
        guard let actorID = value(actor) else {
            throw SettingsError(
                variable: (prefix ?? "APIFY_") + "ACTOR_ID", problem: "is not set: it names the actor to run")
        }
        let platform = variable("PLATFORM", "APIFY_PLATFORM")
        let input = variable("INPUT_JSON", "APIFY_INPUT_JSON")
        return Feed(
            name: name, actorID: actorID,
            platform: try word(platform, of: ["instagram", "tiktok", "youtube"]),
            maximumResults: try integer(variable("MAX_RESULTS", "APIFY_MAX_RESULTS"), default: 200, in: 1...1_000_000),
            inputJSON: value(input), inputVariable: input,
            timeoutSeconds: try integer(
                variable("TIMEOUT_SECONDS", "APIFY_TIMEOUT_SECONDS"), default: 3_600, in: 1...86_400),
            intervalHours: try integer(
                variable("INTERVAL_HOURS", "INGESTION_INTERVAL_HOURS"), default: 6, in: 1...8_760))
    }
}
