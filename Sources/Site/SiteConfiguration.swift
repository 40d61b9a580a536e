public import Reels

/// What an operator decides about the site.
public struct SiteConfiguration: Sendable {
    /// The installation's name for itself, `local` by default.
    public let environment: String
    /// Hours between ingestions; data older than two intervals is stale.
    public let intervalHours: Int
    /// Whether there are credentials for Apify, so that the interval is kept; without them data comes by imports alone.
    public let ingestsByItself: Bool
    /// Since when this program is the one that answers; nil where that is not known.
    public let installedAt: Instant?
    /// What an operator must present to ask for an ingestion; nil switches that off. Never empty.
    public let operatorToken: [UInt8]?

    /// A configuration; see the members. An empty token is none: nobody gets in by presenting nothing. Intervals are
    /// held between an hour and a year.
    public init(
        environment: String = "local", intervalHours: Int = 6, ingestsByItself: Bool = true,
        installedAt: Instant? = nil, operatorToken: [UInt8]? = nil
    ) {
        self.installedAt = installedAt
        self.ingestsByItself = ingestsByItself
        self.environment = environment
        self.intervalHours = min(max(intervalHours, 1), 366 * 24)
        self.operatorToken = operatorToken.flatMap { $0.isEmpty ? nil : $0 }
    }
}
