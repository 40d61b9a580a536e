import Apify
public import HTTPClient

/// What a run from Apify needs to know.
public struct ApifyFeed: Sendable {
    /// Sent to Apify and shown to nobody.
    public var token: BearerToken
    /// Base address of the API.
    public var base: String
    /// An actor's id or `user~name`.
    public var actorID: String
    /// The actor's input, a JSON object.
    public var input: String
    /// After so long the remote run is given up.
    public var timeoutSeconds: Int

    /// A feed; see the members.
    public init(token: BearerToken, base: String, actorID: String, input: String, timeoutSeconds: Int) {
        self.token = token
        self.base = base
        self.actorID = actorID
        self.input = input
        self.timeoutSeconds = timeoutSeconds
    }

    /// Whether the input is what an actor takes.
    public var inputIsObject: Bool {
        guard case .object? = try? JSONReader.value(of: Array(input.utf8)) else { return false }
        return true
    }

    /// The input for a recommended feed, where the operator gives none.
    public static func recommendedInput(maximumResults: Int) -> String {
        """
        {"resultsLimit": \(maximumResults), "scrapeType": "RECOMMENDED", "maxRequestRetries": 2, "maxConcurrency": 10, \
        "proxy": {"useApifyProxy": true}}
        """
    }
}
