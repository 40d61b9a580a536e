/// The names of the query parameters.
enum Parameter {
    static let window = "window"
    static let platform = "platform"
    static let asOf = "as_of"
    static let dataset = "dataset"
    static let minimumViews = "min_views"
    static let minimumLikes = "min_likes"
    static let minimumComments = "min_comments"
    static let minimumEngagementRate = "min_engagement_rate"
    /// What the form of thresholds sends, which people fill in: becomes ``minimumEngagementRate``.
    static let minimumEngagementPercent = "min_engagement_percent"
    static let outliers = "outliers"
    static let cell = "cell"
    static let sort = "sort"
    static let order = "order"
    static let axes = "axes"
    static let across = "x"
    static let page = "page"
    static let format = "format"
    static let limit = "limit"
    static let cursor = "cursor"
}
