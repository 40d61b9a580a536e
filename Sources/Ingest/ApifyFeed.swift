import Apify
public import HTTPClient
public import Reels
import System

/// One actor at Apify whose items are brought in, and all that a run of it needs to know.
public struct ApifyFeed: Sendable {
    /// The operator's name for it.
    public var name: String
    /// Sent to Apify and shown to nobody.
    public var token: BearerToken
    /// Base address of the API.
    public var base: String
    /// An actor's id or `user~name`.
    public var actorID: String
    /// What every item is taken for; nil where each item's own shape tells.
    public var platform: Platform?
    /// The actor's input, a JSON object.
    public var input: String
    /// After so long the remote run is given up.
    public var timeoutSeconds: Int
    /// From the start of one run to the start of the next.
    public var interval: Duration

    /// A feed; see the members.
    public init(
        name: String, token: BearerToken, base: String, actorID: String, platform: Platform? = nil, input: String,
        timeoutSeconds: Int, interval: Duration
    ) {
        self.name = name
        self.token = token
        self.base = base
        self.actorID = actorID
        self.platform = platform
        self.input = input
        self.timeoutSeconds = timeoutSeconds
        self.interval = interval
    }

    /// Whether the input is what an actor takes.
    public var inputIsObject: Bool {
        guard case .object? = try? JSONReader.value(of: Array(input.utf8)) else { return false }
        return true
    }

    /// Tells whether the input is the same as it was: its SHA-256, in hexadecimal digits.
    var inputDigest: String {
        var digest = SHA256()
        digest.update(Array(input.utf8))
        return digest.digest().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The input for a recommended feed, where the operator gives none.
    public static func recommendedInput(maximumResults: Int) -> String {
        """
        {"resultsLimit": \(maximumResults), "scrapeType": "RECOMMENDED", "maxRequestRetries": 2, "maxConcurrency": 10, \
        "proxy": {"useApifyProxy": true}}
        """
    }
}
