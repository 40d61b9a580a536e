import Markup

extension Scatter {
    /// What is not drawn one by one, each cell a link to its reels.
    @MarkupBuilder
    var cellMarks: Node {
        if !cells.isEmpty {
            SVG.g(.class("cells"), .stroke(.color(Palette.graphite))) {
                for step in CellStep.allCases {
                    let cells = cells.filter { CellStep($0) == step }
                    if !cells.isEmpty { SVG.g(step.fill, step.opacity) { for cell in cells { mark(cell) } } }
                }
            }
        }
    }

    private func mark(_ cell: ScatterCellCount) -> Node {
        guard let address = cell.address else { return tile(cell) }
        return SVG.a(to: .site(address), isAlone ? .absent : .ariaLabel(cell.words)) {
            SVG.title(cell.words)
            tile(cell)
        }
    }

    private func tile(_ cell: ScatterCellCount) -> Node {
        let (left, right) = (across.borders[cell.column], across.borders[cell.column + 1])
        let (bottom, top) = (up.borders[cell.row], up.borders[cell.row + 1])
        let width = max(right - left, Self.leastCellSize)
        let height = max(top - bottom, Self.leastCellSize)
        // What is widened at the end of an axis grows to the inside.
        return SVG.rect(
            x: .percent(min(left, 100 - width)), y: .percent(max(100 - bottom - height, 0)), width: .percent(width),
            height: .percent(height))
    }

    /// Hundredths of the drawing: where all reels of a cell have the same value it would have no width.
    static let leastCellSize = 0.8
}
