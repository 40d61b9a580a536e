import Markup

/// A point's tooltip in a box beside it. The style sheet shows it while the point has the keyboard's focus, where browsers
/// show no tooltip of their own. It is the same text as the tooltip, so that it costs a compressed page next to nothing.
struct FocusTip {
    let point: ScatterPoint

    /// The box lies towards the middle of the drawing: left of points on the right, below points at the top.
    var mark: Node {
        let isRight = point.velocityPercentile > 50
        let isHigh = point.engagementPercentile > 50
        return SVG.foreignObject(
            x: point.x, y: point.y, width: .units(Self.width), height: .units(Self.height),
            .class("tip", isRight ? "tip-right" : nil, isHigh ? nil : "tip-low"),
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
