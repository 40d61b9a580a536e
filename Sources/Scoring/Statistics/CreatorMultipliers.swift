import Reels

/// Each reel's views as a multiple of what its creator's other reels have. Source: docs/statistics.md, "Creator".
///
/// The feed shows a creator's best, so a multiplier understates: with ten other reels the median kept 0.66 of the true value in
/// simulated feeds, and a mean would have kept 0.26.
public struct CreatorMultipliers: Sendable {
    /// From so many other reels on a creator has a baseline.
    public static let fewestOtherReels = 3

    /// NaN where the creator has no baseline.
    private var multipliers: [Double]

    /// Of the reels with `views`, row by row. `creators` numbers their creators from 0 on; a negative number is an
    /// unknown creator. Cost: linear in the reels.
    public init(creators: [Int32], views: [Int64]) {
        multipliers = [Double](repeating: .nan, count: views.count)
        let (rows, ends) = Self.rowsByCreator(creators, views)
        var start = 0
        for end in ends {
            defer { start = end }
            guard end - start > Self.fewestOtherReels else { continue }
            for place in start..<end {
                let median = Self.median(of: views, at: rows[start..<end], without: place)
                if median > 0 { multipliers[Int(rows[place])] = Double(views[Int(rows[place])]) / median }
            }
        }
    }

    /// Of the reels of `states` published within the longest window before as-of, row by row: a creator's other reels are
    /// those among them.
    init(of states: ReelStates) {
        let earliest = states.asOf.advanced(byMicroseconds: -Window.longest.microseconds)
        var creators = states.creatorUsername.numbers
        for (row, publishTime) in states.publishTime.enumerated()
        where publishTime < earliest || publishTime > states.asOf { creators[row] = -1 }
        self.init(creators: creators, views: states.views)
    }

    /// `views / median(views of the creator's other reels)`; nil where the creator is unknown or has fewer than three
    /// others, and where that median is 0.
    public subscript(row: Int) -> Double? {
        multipliers[row].isNaN ? nil : multipliers[row]
    }

    /// The rows of each creator behind one another, each creator's by ascending views, and where each creator's end.
    private static func rowsByCreator(_ creators: [Int32], _ views: [Int64]) -> (rows: [Int32], ends: [Int]) {
        var places = [Int](repeating: 0, count: Int(max(creators.max() ?? -1, -1)) + 1)
        for creator in creators where creator >= 0 { places[Int(creator)] += 1 }
        var total = 0
        for creator in places.indices { (places[creator], total) = (total, total + places[creator]) }
        var rows = [Int32](repeating: 0, count: total)
        // Dealt out to the creators in the order of the views, so that each creator's need no sorting.
        var sorter = RadixSorter(capacity: views.count)
        let keys = zip(creators, views).map { $0 < 0 ? MetricOrder.noKey : UInt64($1) }
        for step in MetricOrder(of: keys, by: .wholeNumbers, with: &sorter).steps {
            let creator = Int(creators[step.place])
            rows[places[creator]] = Int32(step.place)
            places[creator] += 1
        }
        return (rows, places)
    }

    /// The median of the views at `rows`, which ascend in them, leaving out the one at `place`.
    private static func median(of views: [Int64], at rows: ArraySlice<Int32>, without place: Int) -> Double {
        func others(_ number: Int) -> Double {
            let candidate = rows.startIndex + number
            return Double(views[Int(rows[candidate < place ? candidate : candidate + 1])])
        }
        let count = rows.count - 1
        let (low, high) = (others((count - 1) / 2), others(count / 2))
        return low + (high - low) / 2
    }
}
