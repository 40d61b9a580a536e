extension ReelField {
    /// Whether the field tells of the reel's place in one cohort, and nothing where it stands in none.
    var isOfCohort: Bool { Self.namesOfCohort.contains(name) }

    private static let namesOfCohort: Set<String> = [
        "views_percentile", "views_per_hour_percentile", "engagement_rate_percentile", "performance_score",
        "view_multiplier", "is_outlier", "is_breakout", "rank", "previous_rank", "breakout_state", "score_at_least",
        "score_at_most", "is_fast_with_hidden_likes",
    ]
}
