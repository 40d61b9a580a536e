internal import Reels

/// Likes, comments, shares and saves for each view.
struct Engagement {
    var likes: Double
    var comments: Double
    var shares: Double
    var saves: Double
    /// The creator hides the likes.
    var hidesLikes: Bool
    /// The actor gives the shares.
    var givesShares: Bool

    func counts(ofViews views: Int64) -> Counts {
        let count = Double(views)
        return Counts(
            views: views, likes: hidesLikes ? nil : Int64(count * likes), comments: Int64(count * comments),
            shares: givesShares ? Int64(count * shares) : nil, saves: Int64(count * saves))
    }

    /// `appeal` is how much better than usual the reel is liked, on a logarithmic scale.
    static func make(on platform: Platform, appeal: Double, using random: inout SplitMix64) -> Engagement {
        let usual = platform.usualEngagement
        let factor = exponential(0.5 * appeal)
        func rate(_ rate: Double, _ spread: Double, _ random: inout SplitMix64) -> Double {
            min(0.6, rate * factor * exponential(spread * random.normal()))
        }
        return Engagement(
            likes: rate(usual.likes, 0.3, &random), comments: rate(usual.comments, 0.7, &random),
            shares: rate(usual.shares, 0.7, &random), saves: rate(usual.saves, 0.6, &random),
            hidesLikes: random.chance(platform.hiddenLikes), givesShares: random.chance(platform.givenShares))
    }
}

extension Platform {
    fileprivate var usualEngagement: (likes: Double, comments: Double, shares: Double, saves: Double) {
        switch self {
        case .instagram: (0.042, 0.0011, 0.006, 0)
        case .tiktok: (0.085, 0.0016, 0.005, 0.009)
        case .youtube: (0.034, 0.0009, 0, 0)
        }
    }

    /// The part of the reels with hidden likes: 129 of 1,836 and 19 of 100 were seen; TikTok hides none.
    fileprivate var hiddenLikes: Double {
        switch self {
        case .instagram: 0.065
        case .tiktok: 0
        case .youtube: 0.19
        }
    }

    /// The part of the reels whose shares an actor gives.
    fileprivate var givenShares: Double {
        switch self {
        case .instagram: 0.4
        case .tiktok: 0.96
        case .youtube: 0
        }
    }
}
