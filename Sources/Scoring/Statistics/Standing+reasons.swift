/// One sentence each, made of numbers.
extension Standing {
    /// Why the reel is in the list of breakouts.
    var breakoutReason: String {
        var sentence = "Faster than \(text(velocityPercentile)) % of its cohort"
        if let engagementPercentile { sentence += " and more engaging than \(text(engagementPercentile)) %" }
        if let equalAge, let percentile = equalAge.percentile, let interval = equalAge.interval {
            sentence += ", faster than \(text(percentile)) % of \(equalAge.peers) reels at its age"
            sentence += " (\(text(interval.lowerBound)) to \(text(interval.upperBound)))"
        }
        return sentence + ", seen \(text(freshness.seenHoursAgo)) hours ago."
    }

    /// Why the reel is re-accelerating.
    var accelerationReason: String {
        "Gains \(text(intervalViewsPerHour ?? 0)) views an hour, \(text(acceleration ?? 0)) times its lifetime average,"
            + " seen \(text(freshness.seenHoursAgo)) hours ago."
    }

    /// Why the reel, which was in the list of breakouts, is no longer, given where it stands `later`.
    func quietReason(later: Standing?) -> String {
        guard let later else { return "No longer in the window." }
        if later.velocityPercentile < Formulas.breakoutVelocityPercentile {
            return
                "Faster than \(text(later.velocityPercentile)) % of its cohort, \(text(velocityPercentile)) % before."
        }
        guard let engagement = later.engagementPercentile else { return "Likes are hidden now." }
        if engagement < Formulas.breakoutEngagementPercentile {
            let before = engagementPercentile.map { ", \(text($0)) % before" } ?? ""
            return "More engaging than \(text(engagement)) % of its cohort\(before)."
        }
        guard later.freshness.isFresh else { return "Not seen for \(text(later.freshness.seenHoursAgo)) hours." }
        return "The cohort has fewer than \(Formulas.smallestFlaggedCohort) reels now."
    }

    private func text(_ value: Double) -> String {
        Rounded(value, decimals: 2)?.description ?? "0"
    }
}
