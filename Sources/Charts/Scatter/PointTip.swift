import Markup

/// A point's tooltip in a box beside it, which the style sheet shows under the pointer and while the point has the keyboard's
/// focus. Browsers show theirs late, and under a pointer alone; so a page has this one, and the text stands there once.
struct PointTip {
    let point: ScatterPoint

    /// The box lies towards the middle of the drawing: left of points on the right, below points at the top.
    var mark: Node {
        let isRight = point.place.x > 50
        let isHigh = point.place.y > 50
        return SVG.foreignObject(
            x: .percent(point.place.x), y: .percent(100 - point.place.y), width: .units(Self.width),
            height: .units(Self.height), .class("tip", isRight ? "tip-right" : nil, isHigh ? nil : "tip-low"),
            .moved(
                x: isRight ? -Self.width - Self.distance : Self.distance,
                y: isHigh ? -Self.overlap : Self.overlap - Self.height)
        ) {
            div { p { point.tooltipText } }
        }
    }

    /// Pixels: the most that the box may take.
    private static let width = 280.0
    private static let height = 320.0
    /// Pixels between the point's place and the box.
    private static let distance = 14.0
    /// Pixels by which the box reaches above a high point's place, or below a low one's.
    private static let overlap = 14.0
}
