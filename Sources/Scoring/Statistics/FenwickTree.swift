/// Counts at positions, of which whole ranges are raised and single ones read: both in logarithmic time.
///
/// Fenwick's tree of the differences between neighbours: a count is the sum of the differences up to it.
struct FenwickTree {
    private var nodes: [Int32]

    /// All counts are 0.
    init(count: Int) {
        nodes = [Int32](repeating: 0, count: count + 1)
    }

    /// Adds 1 to the counts at `positions`, which are not empty.
    mutating func raise(_ positions: Range<Int>) {
        add(1, from: positions.lowerBound)
        add(-1, from: positions.upperBound)
    }

    /// The count at `position`.
    subscript(position: Int) -> Int {
        var node = position + 1
        var sum: Int32 = 0
        while node > 0 {
            sum += nodes[node]
            node &= node - 1
        }
        return Int(sum)
    }

    private mutating func add(_ difference: Int32, from position: Int) {
        var node = position + 1
        while node < nodes.count {
            nodes[node] += difference
            node += node & -node
        }
    }
}
