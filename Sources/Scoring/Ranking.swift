/// Ranks of a metric within a cohort.
enum Ranking {
    /// For each row the number of rows with a strictly smaller key, or -1 where the row has none.
    ///
    /// Keys are unsigned integers in the order of the metric; see ``key(_:)``.
    static func countsOfSmaller(keys: [UInt64?]) -> (counts: [Int32], known: Int) {
        var rows: [(key: UInt64, row: Int32)] = []
        rows.reserveCapacity(keys.count)
        for (row, key) in keys.enumerated() {
            if let key { rows.append((key, Int32(row))) }
        }
        rows.sort { $0.key < $1.key }
        var counts = [Int32](repeating: -1, count: keys.count)
        var firstOfTie = 0
        for (place, entry) in rows.enumerated() {
            if rows[firstOfTie].key != entry.key { firstOfTie = place }
            counts[Int(entry.row)] = Int32(firstOfTie)
        }
        return (counts, rows.count)
    }

    /// A metric that is not negative, as an integer in the same order: the bits of such doubles ascend with their values.
    static func key(_ metric: Double) -> UInt64 {
        // Negative zero would sort last; adding zero makes it positive.
        (metric + 0).bitPattern
    }
}
