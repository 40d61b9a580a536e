/// When a question that failed is asked again: as Apify's official clients do it, and as a `Retry-After` asks for.
public enum RetryPolicy {
    /// How often a question is asked again after the first attempt.
    public static let retries = 8

    /// The first wait is between this and twice as long; each later one is twice the one before.
    static let firstDelay = Duration.milliseconds(500)

    /// A server that asks for more patience is asked again after this.
    static let longestDelay = Duration.seconds(300)

    /// How long to wait before retry number `beforeRetry`, counted from 1, after `error`; nil where there is to be none.
    public static func delay(beforeRetry number: Int, after error: ApifyError) -> Duration? {
        guard (1...retries).contains(number), error.isWorthRepeating else { return nil }
        if let asked = error.retryAfter { return min(asked, longestDelay) }
        return firstDelay * (1 << (number - 1)) * Double.random(in: 1...2)
    }
}
