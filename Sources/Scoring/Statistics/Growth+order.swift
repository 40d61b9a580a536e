extension Growth {
    /// The places of `growths`, the slowest first; equal velocities in any order. Exact, and linear but for velocities that are
    /// the same double.
    static func ascending(_ growths: [Growth], with sorter: inout RadixSorter) -> [Int32] {
        // Up to here a double holds the views as they are, and the quotients ascend wherever the velocities do.
        guard growths.allSatisfy({ $0.views <= 1 << 53 }) else {
            return growths.indices.sorted { growths[$0].isSlower(than: growths[$1]) }.map { Int32($0) }
        }
        let keys = growths.map { MetricOrder.key(Double($0.views) / Double($0.age)) }
        let steps = MetricOrder(of: keys, with: &sorter).steps
        var places = steps.map { Int32($0.place) }
        var start = 0
        for end in 1...max(1, steps.count) where end >= steps.count || steps[end].isLarger {
            if end - start > 1 {
                places[start..<end].sort { growths[Int($0)].isSlower(than: growths[Int($1)]) }
            }
            start = end
        }
        return places
    }
}
