/// Divides the keys of one sort into cells, few enough for ``RadixSorter``'s three digits, in the order of the keys. Zero has a
/// cell of its own, since it lies far below all other doubles.
struct RadixCells {
    /// The highest cell, which takes whatever lies beyond it.
    static let last: UInt64 = 1 << 33 - 1

    private let smallest: UInt64
    private let shift: UInt64

    /// A cell for each count, below 8.6 billion.
    static let wholeNumbers = RadixCells(smallest: 1, shift: 0)

    /// The narrowest cells that reach from the smallest of `keys` over zero to the largest. The bits of a double grow like its
    /// logarithm, so that one far greater than all others costs little.
    init(spanning keys: [UInt64]) {
        var (smallest, largest) = (MetricOrder.noKey, UInt64(0))
        for key in keys where key != MetricOrder.noKey {
            largest = max(largest, key)
            if key > 0 { smallest = min(smallest, key) }
        }
        let range = largest > smallest ? largest - smallest : 0
        let bits = UInt64(64 - range.leadingZeroBitCount)
        self.init(smallest: smallest, shift: bits > 33 ? bits - 33 : 0)
    }

    private init(smallest: UInt64, shift: UInt64) {
        self.smallest = smallest
        self.shift = shift
    }

    /// The cell of `key`.
    func cell(of key: UInt64) -> UInt64 {
        key < smallest ? 0 : min((key &- smallest) &>> shift &+ 1, Self.last)
    }

    /// Whether all keys of `cell` are equal.
    func holdsOneKey(_ cell: UInt64) -> Bool {
        cell == 0 || shift == 0 && cell < Self.last
    }
}
