/// How orders are called.
extension RankingOrder {
    /// `by views, the most first`.
    var words: String {
        switch field {
        case .breakoutState where !isAscending: "what breaks out first, then by score"
        case .publishTime: isAscending ? "the oldest first" : "the youngest first"
        case .scrapedAt: isAscending ? "unseen for the longest first" : "seen last first"
        default: "by \(field.words), the \(isAscending ? "least" : "most") first"
        }
    }
}

extension SortField {
    fileprivate var words: String {
        switch self {
        case .breakoutState: "breakout state"
        case .score: "score"
        case .publishTime: "age"
        case .scrapedAt: "last sighting"
        case .views: "views"
        case .viewsGained: "views gained"
        case .velocityNow: "views an hour now"
        case .velocity: "views an hour over its life"
        case .pace: "pace for age"
        case .engagement: "engagement"
        case .engagementAtLeast: "engagement, at least"
        case .creatorMultiplier: "times the creator’s usual"
        case .rise: "places climbed since the run before"
        }
    }
}
