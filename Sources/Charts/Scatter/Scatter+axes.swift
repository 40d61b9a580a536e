import Markup

/// Everything behind the points. The drawing's description says it in words, so it is hidden from those who hear the page.
extension Scatter {
    @MarkupBuilder
    var axes: Node {
        breakoutQuadrant
        SVG.g(.class("grid"), decoration, .stroke(.color(Palette.ash)), .strokeOpacity(0.12)) {
            for tick in across.ticks where !tick.isThreshold {
                SVG.line(x1: .percent(tick.place), y1: .percent(0), x2: .percent(tick.place), y2: .percent(100))
            }
            for tick in up.ticks where !tick.isThreshold {
                SVG.line(x1: .percent(0), y1: tick.height, x2: .percent(100), y2: tick.height)
            }
        }
        SVG.g(.class("ticks"), decoration, .fill(.color(Palette.ash)), .fillOpacity(0.75), .fontSize(12)) {
            for tick in across.ticks { acrossTick(tick) }
            for tick in up.ticks { upTick(tick) }
        }
        axisTitles
    }

    private func acrossTick(_ tick: ScatterAxis.Tick) -> Node {
        let (x, y) = (Length.percent(tick.place), Length.percent(100))
        return .group([
            SVG.text(x: x, y: y, .dy(laneRoom + 20), .anchor(.middle), tick.paint) { tick.words },
            tick.detail.map { detail in
                SVG.text(
                    x: x, y: y, tick.isThreshold ? .absent : .class("tick-raw"), .dy(laneRoom + 35), .anchor(.middle),
                    .fontSize(11), tick.paint
                ) { detail }
            } ?? .nothing,
        ])
    }

    private func upTick(_ tick: ScatterAxis.Tick) -> Node {
        // The lowest keeps away from what the lane is called.
        let baseline = tick.detail == nil ? 4.0 : tick.place < 3 ? -10 : -2
        return .group([
            SVG.text(x: 0, y: tick.height, .dx(-10), .dy(baseline), .anchor(.end), tick.paint) { tick.words },
            tick.detail.map { detail in
                SVG.text(x: 0, y: tick.height, .dx(-10), .dy(baseline + 14), .anchor(.end), .fontSize(11), tick.paint) {
                    detail
                }
            } ?? .nothing,
        ])
    }

    /// The upright axis is named above its end, level, since slanted text reads badly.
    private var axisTitles: Node {
        SVG.g(.class("axis-titles"), decoration, .fill(.color(Palette.ash)), .fontSize(13)) {
            SVG.text(x: 0, y: 0, .dx(-46), .dy(-28)) { "↑ " + up.title }
            SVG.text(x: .percent(100), y: .percent(100), .dx(8), .dy(laneRoom + 58), .anchor(.end)) {
                across.title + " →"
            }
        }
    }
}

extension ScatterAxis.Tick {
    /// Where the breakout quadrant begins is teal.
    fileprivate var paint: Attribute { isThreshold ? .fill(.color(Palette.teal)) : .absent }

    fileprivate var height: Length { .percent(100 - place) }
}
