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
    static let outliers = "outliers"
    static let format = "format"
    static let limit = "limit"
    static let cursor = "cursor"
}
