import Reels
import Scoring

/// In which order reels are listed: by one of their fields, those first that have the most of it. Reels without a value come
/// last either way, and equals stand in the order of the score.
struct RankingOrder: Hashable, Sendable {
    /// By what.
    var field: SortField
    /// The smallest value first.
    var isAscending = false

    /// What breaks out first, the surest before the others.
    static let byState = RankingOrder(field: .breakoutState)
    /// The total order of the score.
    static let byScore = RankingOrder(field: .score)

    /// What `init` takes from an address.
    static let parameters = [Parameter.sort, Parameter.order]

    /// Name and value of each parameter that differs from `usual`, in the canonical order.
    func fields(usual: RankingOrder) -> [(name: String, value: String)] {
        let all: [(String, String?)] = [
            (Parameter.sort, field == usual.field ? nil : field.rawValue),
            (Parameter.order, isAscending ? Direction.ascending.rawValue : nil),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// `order` of an address.
    private enum Direction: String, CaseIterable {
        case descending = "desc"
        case ascending = "asc"
    }

    /// Reads the parameters; what is not given is as in `usual`.
    init(_ parameters: Parameters, usual: RankingOrder) throws(Problem) {
        field = try parameters.choice(Parameter.sort) ?? usual.field
        let direction: Direction? = try parameters.choice(Parameter.order)
        isAscending = direction == .ascending
    }

    init(field: SortField, isAscending: Bool = false) {
        self.field = field
        self.isAscending = isAscending
    }
}

/// A field of a reel that lists can be ordered by, called as in the answers of the API.
enum SortField: String, CaseIterable, Sendable {
    case breakoutState = "breakout_state"
    case score = "performance_score"
    case publishTime = "publish_time"
    case scrapedAt = "latest_scraped_at"
    case views
    case viewsGained = "interval_views_gained"
    case velocityNow = "interval_views_per_hour"
    case velocity = "views_per_hour"
    case pace = "equal_age_percentile"
    case engagement = "engagement_rate"
    case engagementAtLeast = "engagement_at_least"
    case creatorMultiplier = "creator_multiplier"
    /// Places climbed since the run before.
    case rise = "rank_change"

    /// What reels are ordered by; nil where the reel has no value.
    var key: @Sendable (ScoredReel) -> Double? {
        switch self {
        case .breakoutState: { Double($0.breakoutState?.certainty ?? 0) }
        case .score: { $0.performanceScore }
        case .publishTime: { Double($0.publishTime.microseconds) }
        case .scrapedAt: { Double($0.scrapedAt.microseconds) }
        case .views: { Double($0.views) }
        case .viewsGained: { ($0.interval?.gain).map(Double.init) }
        case .velocityNow: { $0.interval?.viewsPerHour }
        case .velocity: { $0.viewsPerHour }
        case .pace: { $0.equalAge?.percentile }
        case .engagement: { $0.engagementRate }
        case .engagementAtLeast: { $0.engagementInterval?.lowerBound }
        case .creatorMultiplier: { $0.creatorMultiplier }
        case .rise: { reel in reel.previousRank.map { Double($0 - reel.rank) } }
        }
    }
}

extension BreakoutState {
    /// The more the surer.
    fileprivate var certainty: Int {
        switch self {
        case .confirmed: 3
        case .candidate: 2
        case .unseen: 1
        }
    }
}
