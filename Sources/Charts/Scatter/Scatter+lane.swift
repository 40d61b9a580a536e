import Markup

/// The lane below the axis: reels that hide their likes, of which only the place across is known.
extension Scatter {
    /// Pixels from the axis to the lane's upper edge.
    static let laneTop = 8.0
    /// Pixels.
    static let laneHeight = 28.0
    /// Pixels that the axis's ticks give way to the lane.
    var laneRoom: Double { hasLane ? Self.laneTop + Self.laneHeight : 0 }

    @MarkupBuilder
    var laneMarks: Node {
        if hasLane {
            SVG.g(.class("lane"), .moved(x: 0, y: Self.laneTop)) {
                SVG.rect(
                    x: 0, y: .percent(100), width: .percent(100), height: .units(Self.laneHeight), .corner(4),
                    .fill(.color(Palette.ash)), .fillOpacity(0.05))
                laneSteps
            }
            laneLabel
            SVG.g(
                .class("points lane-points"), .moved(x: 0, y: Self.laneTop + Self.laneHeight / 2),
                .fill(.color(Palette.teal)), .fillOpacity(0.85), .stroke(.color(Palette.graphite))
            ) {
                for (index, point) in lane.enumerated().reversed() {
                    mark(point, shift: Self.laneShift(index), y: .percent(100))
                }
            }
        }
    }

    /// Neighbours keep out of each other's way.
    private static func laneShift(_ index: Int) -> (x: Double, y: Double)? {
        index % 3 == 0 ? nil : (x: 0, y: index % 3 == 1 ? -7 : 7)
    }

    private var laneSteps: Node {
        .group(
            CellStep.allCases.map { step in
                let cells = laneCells.filter { CellStep($0) == step }
                return cells.isEmpty
                    ? .nothing : SVG.g(step.fill, step.opacity) { for cell in cells { laneCell(cell) } }
            })
    }

    private func laneCell(_ cell: ScatterCellCount) -> Node {
        let (left, right) = (across.borders[cell.column], across.borders[cell.column + 1])
        return SVG.rect(
            x: .percent(left), y: .percent(100), width: .percent(max(right - left, Self.leastCellSize)),
            height: .units(Self.laneHeight))
    }

    private var laneLabel: Node {
        SVG.g(.class("lane-label"), decoration, .fill(.color(Palette.ash)), .fillOpacity(0.75), .fontSize(11)) {
            SVG.text(x: 0, y: .percent(100), .dx(-10), .dy(Self.laneTop + 11), .anchor(.end)) { "Likes" }
            SVG.text(x: 0, y: .percent(100), .dx(-10), .dy(Self.laneTop + 24), .anchor(.end)) { "hidden" }
        }
    }
}
