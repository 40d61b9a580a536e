import Markup

/// Everything behind the points. The drawing's description says it in words, so it is hidden from those who hear the page.
extension Scatter {
    @MarkupBuilder
    var axes: Node {
        if hasBreakoutQuadrant { breakoutQuadrant }
        SVG.g(.class("grid"), .ariaHidden, .stroke(.color(Palette.ash)), .strokeOpacity(0.12)) {
            for tick in Self.ticks {
                SVG.line(x1: .percent(tick), y1: .percent(0), x2: .percent(tick), y2: .percent(100))
                SVG.line(x1: .percent(0), y1: .percent(100 - tick), x2: .percent(100), y2: .percent(100 - tick))
            }
        }
        SVG.g(.class("ticks"), .ariaHidden, .fill(.color(Palette.ash)), .fillOpacity(0.75), .fontSize(12)) {
            for tick in Self.ticks {
                velocityTick(tick)
                engagementTick(tick)
            }
            if hasBreakoutQuadrant { engagementTick(Self.breakoutEngagement, emphasised: true) }
        }
        axisTitles
    }

    /// Percentiles.
    private static let ticks = [0.0, 20, 40, 60, 80, 100]

    private func velocityTick(_ tick: Double) -> Node {
        let isEmphasised = hasBreakoutQuadrant && tick == Self.breakoutVelocity
        return SVG.text(x: .percent(tick), y: .percent(100), .dy(20), .anchor(.middle), Self.tickPaint(isEmphasised)) {
            Int(tick).grouped
        }
    }

    private func engagementTick(_ tick: Double, emphasised: Bool = false) -> Node {
        SVG.text(x: 0, y: .percent(100 - tick), .dx(-10), .dy(4), .anchor(.end), Self.tickPaint(emphasised)) {
            Int(tick).grouped
        }
    }

    /// Where the breakout quadrant begins is teal.
    private static func tickPaint(_ isEmphasised: Bool) -> Attribute {
        isEmphasised ? .fill(.color(Palette.teal)) : .absent
    }

    /// The upright axis is named above its end, level, since slanted text reads badly.
    private var axisTitles: Node {
        SVG.g(.class("axis-titles"), .ariaHidden, .fill(.color(Palette.ash)), .fontSize(13)) {
            SVG.text(x: 0, y: 0, .dx(-30), .dy(-14)) { "↑ Engagement percentile" }
            SVG.text(x: .percent(100), y: .percent(100), .dx(8), .dy(44), .anchor(.end)) { "Velocity percentile →" }
        }
    }
}
