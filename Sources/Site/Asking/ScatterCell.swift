import Scoring

/// One of 40 x 40 equal cells of the plane of percentiles: those reels whose percentile across lies in
/// `[2.5 * column, 2.5 * (column + 1))`, and whose engagement percentile lies so by row. The last of each holds 100, too.
struct ScatterCell: Hashable, Sendable {
    /// Cells along each axis.
    static let count = 40
    /// Percentiles from one cell to the next.
    static let width = 100.0 / Double(count)

    /// What is across.
    var across: ScatterAcross
    /// From the left, counted from 0.
    var column: Int
    /// From the bottom, counted from 0.
    var row: Int

    /// Where a percentile, 0 to 100, belongs.
    static func index(of percentile: Double) -> Int {
        min(max(Int(percentile / width), 0), count - 1)
    }

    /// `velocity-12-30`, as addresses have it.
    var text: String { "\(across.rawValue)-\(column)-\(row)" }

    /// Whether `reel` lies in it.
    func holds(_ reel: ScoredReel) -> Bool {
        guard let up = reel.engagementRatePercentile, Self.index(of: up) == row,
            let percentile = across.percentile(of: reel)
        else { return false }
        return Self.index(of: percentile) == column
    }
}

extension ScatterCell {
    /// Reads ``text``; nil for anything else, other spellings of the same cell included.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let across = ScatterAcross(rawValue: String(parts[0])),
            let column = Int(parts[1]), let row = Int(parts[2]),
            (0..<Self.count).contains(column), (0..<Self.count).contains(row)
        else { return nil }
        self.init(across: across, column: column, row: row)
        guard self.text == text else { return nil }
    }
}

extension ScatterAcross {
    /// 0 to 100; nil where the reel has none.
    func percentile(of reel: ScoredReel) -> Double? {
        switch self {
        case .velocity: reel.viewsPerHourPercentile
        case .pace: reel.equalAge?.percentile
        }
    }
}
