/// Finds the smallest, second smallest ... of some numbers without sorting them all. Linear in their number, whatever their order:
/// the pivot is the middle of three, and where that goes wrong too often the rest is sorted.
struct Selection {
    private var values: [Int64]
    /// What lies before is no larger than what lies behind.
    private var settled = 0

    init(_ values: [Int64]) {
        self.values = values
    }

    /// The quantile `p` (0 to 1) of at least one value, interpolated linearly at `(n - 1) * p` as in
    /// ``Formulas/quantile(_:ofSorted:)``. Ascending ones cost the least.
    mutating func quantile(_ p: Double) -> Double {
        let position = Double(values.count - 1) * p
        let lower = Int(position.rounded(.down))
        let low = Double(value(at: lower))
        let high = Double(value(at: min(lower + 1, values.count - 1)))
        return low + (high - low) * (position - Double(lower))
    }

    /// The value that would stand at `place` if all were sorted.
    private mutating func value(at place: Int) -> Int64 {
        var (first, end) = (settled <= place ? settled : 0, values.count)
        var patience = 64
        while end - first > 16 {
            guard patience > 0 else { break }
            patience -= 1
            let (smaller, equal) = divide(first..<end)
            if place < smaller {
                end = smaller
            } else if place < equal {
                settled = max(settled, smaller)
                return values[place]
            } else {
                first = equal
            }
        }
        values[first..<end].sort()
        settled = max(settled, first)
        return values[place]
    }

    /// Moves what is smaller than a pivot to the front and what is larger to the back; where the two groups end.
    private mutating func divide(_ range: Range<Int>) -> (smaller: Int, equal: Int) {
        let pivot = Self.middle(
            values[range.lowerBound], values[range.lowerBound + range.count / 2], values[range.upperBound - 1])
        var values = values.mutableSpan
        var (smaller, place, larger) = (range.lowerBound, range.lowerBound, range.upperBound)
        while place < larger {
            let value = values[place]
            if value < pivot {
                values[place] = values[smaller]
                values[smaller] = value
                smaller += 1
                place += 1
            } else if value > pivot {
                larger -= 1
                values[place] = values[larger]
                values[larger] = value
            } else {
                place += 1
            }
        }
        return (smaller, larger)
    }

    private static func middle(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
        max(min(a, b), min(max(a, b), c))
    }
}
