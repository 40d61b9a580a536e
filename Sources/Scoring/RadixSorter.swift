/// Sorts places by their keys: a radix sort, least significant digit first, of words that hold a key's cell above its place. It
/// moves eight bytes a key, three times at most, and keeps its two buffers from one sort to the next. The few that
/// share a cell and not a key are put in order afterwards.
struct RadixSorter {
    private typealias Histogram = InlineArray<2048, UInt32>

    private static let placeBits: UInt64 = 31
    private static let digitBits: UInt64 = 11

    /// The first ``count`` are the places of the last sort, each below its cell.
    private(set) var words: [UInt64]
    /// Keys in the last sort.
    private(set) var count = 0
    private var spare: [UInt64]

    /// Room for `capacity` keys.
    init(capacity: Int) {
        words = Array(repeating: 0, count: capacity)
        spare = words
    }

    /// The place of a word's key.
    static func place(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word & (1 << placeBits - 1)) }

    /// The cell of a word.
    static func cell(_ word: UInt64) -> UInt64 { word &>> placeBits }

    /// Sorts the places that have a key into ``words``.
    mutating func sort(_ keys: [UInt64], by cells: RadixCells) {
        var low = Histogram(repeating: 0)
        var middle = low
        var high = low
        fill(from: keys, by: cells, &low, &middle, &high)
        distribute(by: 0, &low)
        distribute(by: 1, &middle)
        distribute(by: 2, &high)
        settle(keys, cells)
    }

    private static func digit(_ position: UInt64, ofCell cell: UInt64) -> Int {
        Int(truncatingIfNeeded: cell &>> (position &* digitBits) & (1 << digitBits - 1))
    }

    private mutating func fill(
        from keys: [UInt64], by cells: RadixCells, _ low: inout Histogram, _ middle: inout Histogram,
        _ high: inout Histogram
    ) {
        var words = words.mutableSpan
        var count = 0
        for place in keys.indices {
            let key = keys[place]
            if key == MetricOrder.noKey { continue }
            let cell = cells.cell(of: key)
            words[count] = cell &<< Self.placeBits | UInt64(truncatingIfNeeded: place)
            count &+= 1
            low[Self.digit(0, ofCell: cell)] &+= 1
            middle[Self.digit(1, ofCell: cell)] &+= 1
            high[Self.digit(2, ofCell: cell)] &+= 1
        }
        self.count = count
    }

    /// One pass, left out where all keys have the same digit.
    private mutating func distribute(by position: UInt64, _ histogram: inout Histogram) {
        guard Self.turnIntoStarts(&histogram, count: count) else { return }
        Self.move(words, to: &spare, count: count, by: position, startingAt: &histogram)
        swap(&words, &spare)
    }

    private static func move(
        _ source: [UInt64], to target: inout [UInt64], count: Int, by position: UInt64,
        startingAt starts: inout Histogram
    ) {
        let source = source.span.extracting(first: count)
        var target = target.mutableSpan
        for index in source.indices {
            let word = source[index]
            let digit = digit(position, ofCell: cell(word))
            target[Int(starts[digit])] = word
            starts[digit] &+= 1
        }
    }

    /// Makes of each digit's number of keys the index of its first. False where one digit has all keys.
    private static func turnIntoStarts(_ histogram: inout Histogram, count: Int) -> Bool {
        var sum: UInt32 = 0
        var largest: UInt32 = 0
        for digit in histogram.indices {
            let keys = histogram[digit]
            histogram[digit] = sum
            sum &+= keys
            largest = max(largest, keys)
        }
        return largest < count
    }

    /// Sorts by the keys themselves what shares a cell.
    private mutating func settle(_ keys: [UInt64], _ cells: RadixCells) {
        var first = 0
        while first < count {
            let cell = Self.cell(words[first])
            var end = first + 1
            while end < count, Self.cell(words[end]) == cell { end += 1 }
            if end - first > 1, !cells.holdsOneKey(cell) { sort(first..<end, by: keys) }
            first = end
        }
    }

    private mutating func sort(_ run: Range<Int>, by keys: [UInt64]) {
        guard run.count < 32 else {
            // Equals keep their order: they share the cell, so that the word tells it.
            words[run].sort { (keys[Self.place($0)], $0) < (keys[Self.place($1)], $1) }
            return
        }
        var words = words.mutableSpan
        for end in run.dropFirst() {
            let word = words[end]
            let key = keys[Self.place(word)]
            var hole = end
            while hole > run.lowerBound, keys[Self.place(words[hole - 1])] > key {
                words[hole] = words[hole - 1]
                hole -= 1
            }
            words[hole] = word
        }
    }
}
