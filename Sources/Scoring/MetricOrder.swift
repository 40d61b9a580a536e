/// The reels of a cohort in ascending order of one metric, with the ties marked. A reel is named by its place among the
/// cohort's members.
struct MetricOrder {
    /// Stands for the key of a reel that has none; no metric reaches it.
    static let noKey = UInt64.max

    /// A reel, and whether its value is larger than the one before.
    struct Step {
        private let bits: UInt32

        init(place: Int, isLarger: Bool) {
            bits = UInt32(truncatingIfNeeded: place) | (isLarger ? 1 << 31 : 0)
        }

        var place: Int { Int(bits & (1 << 31 - 1)) }
        var isLarger: Bool { bits >> 31 == 1 }
    }

    /// The smallest value first.
    let steps: [Step]

    /// The places in `keys` that have a key. Keys are unsigned integers in the order of the metric; see ``key(_:)``.
    init(of keys: [UInt64], by cells: RadixCells, with sorter: inout RadixSorter) {
        sorter.sort(keys, by: cells)
        let words = sorter.words.span.extracting(first: sorter.count)
        steps = Array(capacity: words.count) { steps in
            for index in words.indices {
                let isTie = index > 0 && Self.isTie(words[index - 1], words[index], keys: keys, cells: cells)
                steps.append(Step(place: RadixSorter.place(words[index]), isLarger: !isTie))
            }
        }
    }

    /// The places in `keys` that have a key, which comes from a double.
    init(of keys: [UInt64], with sorter: inout RadixSorter) {
        self.init(of: keys, by: RadixCells(spanning: keys), with: &sorter)
    }

    private init(steps: [Step]) {
        self.steps = steps
    }

    /// A metric that is not negative, as an integer in the same order: the bits of such doubles ascend with their values.
    /// ``noKey`` where it is unknown.
    static func key(_ metric: Double?) -> UInt64 {
        // Negative zero would sort last; adding zero makes it positive.
        metric.map { ($0 + 0).bitPattern } ?? noKey
    }

    /// Any number but NaN, as an integer in the same order. The largest finite one stays below ``noKey``.
    static func key(signed value: Double) -> UInt64 {
        let bits = (value + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Looks at the keys, which lie far apart in memory, only where the cells leave it open.
    private static func isTie(_ left: UInt64, _ right: UInt64, keys: [UInt64], cells: RadixCells) -> Bool {
        let cell = RadixSorter.cell(right)
        guard RadixSorter.cell(left) == cell else { return false }
        return cells.holdsOneKey(cell) || keys[RadixSorter.place(left)] == keys[RadixSorter.place(right)]
    }

    /// The same order of fewer reels.
    func filtered(_ isIncluded: (Int) -> Bool) -> MetricOrder {
        var kept = [Step](repeating: Step(place: 0, isLarger: false), count: steps.count)
        var target = kept.mutableSpan
        var count = 0
        var isLarger = false
        // Without a branch, which nobody could foretell: a step that is left out is written over by the next.
        for step in steps {
            isLarger = isLarger || step.isLarger
            target[count] = Step(place: step.place, isLarger: isLarger)
            let isKept = isIncluded(step.place)
            count += isKept ? 1 : 0
            isLarger = isLarger && !isKept
        }
        kept.removeLast(kept.count - count)
        return MetricOrder(steps: kept)
    }

    /// For each of `places` the number of reels with a strictly smaller value, or -1 where the order has no such reel.
    func countsOfSmaller(places: Int) -> [Int32] {
        var counts = [Int32](repeating: -1, count: places)
        var column = counts.mutableSpan
        var smaller: Int32 = 0
        for index in steps.indices {
            if steps[index].isLarger { smaller = Int32(truncatingIfNeeded: index) }
            column[steps[index].place] = smaller
        }
        return counts
    }
}
