import Charts
import Scoring

extension ScatterTally {
    /// The cells of which a reel is not drawn one by one, each with all of its reels.
    ///
    /// - Parameter query: what their addresses ask beside the cell.
    func cells(besides drawn: [ScoredReel], query: PerformanceQuery) -> [ScatterCellCount] {
        let side = ScatterCell.count
        var isDrawn = [Int](repeating: 0, count: cells.count)
        for reel in drawn {
            guard let x = across.percentile(of: reel), let y = reel.engagementRatePercentile else { continue }
            isDrawn[ScatterCell.index(of: y) * side + ScatterCell.index(of: x)] += 1
        }
        let columns = (0..<side).map { column in (0..<side).reduce(0) { $0 + cells[$1 * side + column] } }
        let rows = (0..<side).map { row in cells[row * side..<(row + 1) * side].reduce(0, +) }
        return cells.indices.filter { cells[$0] > isDrawn[$0] }.map { place in
            let (row, column) = place.quotientAndRemainder(dividingBy: side)
            let cell = ScatterCell(across: across, column: column, row: row)
            return ScatterCellCount(
                column: column, row: row, count: cells[place],
                expected: Double(columns[column]) * Double(rows[row]) / Double(placed),
                address: query.changed { $0.filter.cell = cell }.address("performance", fragment: "ranking"))
        }
    }

    /// The same for the lane. Nothing is listed there.
    func laneCells(besides drawn: [ScoredReel]) -> [ScatterCellCount] {
        let side = ScatterCell.count
        var isDrawn = [Int](repeating: 0, count: side)
        for reel in drawn {
            if let x = across.percentile(of: reel) { isDrawn[ScatterCell.index(of: x)] += 1 }
        }
        let columns = (0..<side).map { column in
            (0..<side).reduce(lane[column]) { $0 + cells[$1 * side + column] }
        }
        return lane.indices.filter { lane[$0] > isDrawn[$0] }.map { column in
            ScatterCellCount(
                column: column, row: 0, count: lane[column],
                expected: Double(columns[column]) * Double(hidden) / Double(placed + hidden), address: nil)
        }
    }
}
