extension Settings {
    /// What is needed to ask Apify for a run.
    public struct Apify: Sendable {
        /// Sent as `Authorization: Bearer`, and nowhere else.
        public let token: Secret
        /// An actor's id or `user~name`.
        public let actorID: String
        /// Base address of the API.
        public let base: String
        /// How many reels are asked for.
        public let maximumResults: Int
        /// Replaces the actor's input where it is set.
        public let inputJSON: String?
        /// After so long the remote run is given up.
        public let timeoutSeconds: Int
    }

    /// Whether both credentials are there, for who only wants to know that.
    public var hasApifyCredentials: Bool { value("APIFY_API_TOKEN") != nil && value("APIFY_ACTOR_ID") != nil }

    /// Nil where there are no credentials.
    ///
    /// - Throws: names the one of the two that is missing, or a number that is none.
    public func apify() throws(SettingsError) -> Apify? {
        let token = value("APIFY_API_TOKEN")
        let actorID = value("APIFY_ACTOR_ID")
        guard let token, let actorID else {
            if token == nil, actorID == nil { return nil }
            throw SettingsError(
                variable: token == nil ? "APIFY_API_TOKEN" : "APIFY_ACTOR_ID", problem: "is not set, and the other is")
        }
        let base = value("APIFY_API_BASE") ?? "https://api.apify.com"
        guard base.hasPrefix("https://") || base.hasPrefix("http://") else {
            throw SettingsError(
                variable: "APIFY_API_BASE", problem: "must begin with https:// (http:// on this machine alone)")
        }
        return Apify(
            token: Secret(token), actorID: actorID, base: base,
            maximumResults: try integer("APIFY_MAX_RESULTS", default: 200, in: 1...1_000_000),
            inputJSON: value("APIFY_INPUT_JSON"),
            timeoutSeconds: try integer("APIFY_TIMEOUT_SECONDS", default: 3_600, in: 1...86_400))
    }
}
