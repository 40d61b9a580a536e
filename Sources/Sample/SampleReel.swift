internal import Reels

/// A reel that nobody made, with all that decides what a run sees of it.
struct SampleReel {
    var platform: Platform
    var reelID: String
    /// The code in the address; the id itself on YouTube.
    var code: String
    var creator: Creator
    var publishTime: Instant
    var growth: GrowthCurve
    var engagement: Engagement
    var caption: String
    var tags: [String]
    var sound: Sound
    /// Thousandths of a second.
    var durationMilli: Int
    /// Which of the forms that an actor writes this reel comes in, 0 to 99.
    var form: Int
    /// The runs in which it is seen, by number.
    var runs: Set<Int> = []

    struct Sound {
        var id: String
        var name: String
        var artist: String
        var isOriginal: Bool
    }

    /// What a run sees of it at `instant`.
    func counts(at instant: Instant) -> Counts {
        engagement.counts(ofViews: growth.views(at: instant, publishedAt: publishTime))
    }
}
