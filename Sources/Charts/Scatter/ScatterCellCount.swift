public import Markup

/// A cell of a ``Scatter``: how many reels lie in it, and how many chance would put there.
public struct ScatterCellCount: Sendable {
    /// From the left, counted from 0.
    public var column: Int
    /// From below, counted from 0; in the lane of hidden likes it does not count.
    public var row: Int
    /// All its reels, those that are drawn one by one included.
    public var count: Int
    /// How many there would be if what is across had nothing to do with what is up.
    public var expected: Double
    /// Where its reels are listed; nil in the lane.
    public var address: SiteAddress?

    /// See the members.
    public init(column: Int, row: Int, count: Int, expected: Double, address: SiteAddress?) {
        self.column = column
        self.row = row
        self.count = count
        self.expected = expected
        self.address = address
    }

    /// Times as many as chance would put here.
    var ratio: Double { expected > 0 ? Double(count) / expected : 1 }

    /// `212 reels, 1.3 times what chance would put here`.
    var words: String {
        let reels = count == 1 ? "1 reel" : count.grouped + " reels"
        return reels + ", " + ratio.times + " times what chance would put here"
    }
}

extension Double {
    /// With one decimal while that says something: `under 0.1`, `1.3`, `41`.
    fileprivate var times: String {
        if self < 0.1 { return "under 0.1" }
        guard self < 9.95 else { return Int(exactly: rounded(.toNearestOrEven))?.grouped ?? "many" }
        let tenths = Int((self * 10).rounded(.toNearestOrEven))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
