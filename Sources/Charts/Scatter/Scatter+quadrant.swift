import Markup

extension Scatter {
    /// The part of the drawing where a reel is breaking out.
    @MarkupBuilder
    var breakoutQuadrant: Node {
        if let quadrant {
            let left = Length.percent(across.thresholdPlace)
            let bottom = Length.percent(100 - up.thresholdPlace)
            SVG.g(.class("breakout"), decoration) {
                SVG.defs { Self.breakoutGradient }
                SVG.rect(
                    x: left, y: 0, width: .percent(100 - across.thresholdPlace), height: bottom,
                    .fill(.gradient(id: Self.gradientID)))
                SVG.g(.stroke(.color(Palette.teal)), .strokeOpacity(0.8), .dashes(4, 4)) {
                    SVG.line(x1: left, y1: 0, x2: left, y2: bottom)
                    SVG.line(x1: left, y1: bottom, x2: .percent(100), y2: bottom)
                }
                SVG.text(
                    x: .percent(100), y: 0, .dy(-10), .anchor(.end), .fill(.color(Palette.ash)), .fontSize(12),
                    .fontWeight(600)
                ) { quadrant.caption }
            }
        }
    }

    private static let gradientID = "breakout-shade"

    /// From the quadrant's lower left to the corner where both percentiles are 100.
    private static var breakoutGradient: Node {
        SVG.linearGradient(id: gradientID, x1: 0, y1: 1, x2: 1, y2: 0) {
            SVG.stop(offset: 0, color: Palette.teal, opacity: 0.14)
            SVG.stop(offset: 0.55, color: Palette.teal, opacity: 0.2)
            SVG.stop(offset: 1, color: Palette.amber, opacity: 0.34)
        }
    }
}
