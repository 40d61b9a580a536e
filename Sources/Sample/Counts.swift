/// What one run sees of one reel, in numbers.
struct Counts {
    var views: Int64
    /// Nil when hidden.
    var likes: Int64?
    var comments: Int64
    /// Nil when not given.
    var shares: Int64?
    var saves: Int64

    /// As TikTok gives them: cut to hundreds from 10,000 on, to hundred thousands from 1,000,000 on; saves exact.
    var roundedAsOnTikTok: Counts {
        Counts(
            views: Self.rounded(views), likes: likes.map(Self.rounded), comments: Self.rounded(comments),
            shares: shares.map(Self.rounded), saves: saves)
    }

    private static func rounded(_ count: Int64) -> Int64 {
        switch count {
        case 1_000_000...: count / 100_000 * 100_000
        case 10_000...: count / 100 * 100
        default: count
        }
    }
}
