import Markup

/// What stands behind the curve. The drawing's description says it in words, so it is hidden from those who hear the page.
extension GrowthCurve {
    @MarkupBuilder
    var axes: Node {
        SVG.g(.class("grid"), .ariaHidden, .stroke(.color(Palette.ash)), .strokeOpacity(0.12)) {
            for tick in ages.ticks {
                SVG.line(x1: across(tick), y1: .percent(0), x2: across(tick), y2: .percent(100))
            }
            for tick in views.ticks {
                SVG.line(x1: .percent(0), y1: up(tick), x2: .percent(100), y2: up(tick))
            }
        }
        SVG.g(.class("ticks"), .ariaHidden, .fill(.color(Palette.ash)), .fillOpacity(0.75), .fontSize(12)) {
            for tick in ages.ticks {
                SVG.text(x: across(tick), y: .percent(100), .dy(20), .anchor(.middle)) { Self.age(tick) }
            }
            for tick in views.ticks {
                SVG.text(x: 0, y: up(tick), .dx(-10), .dy(4), .anchor(.end)) { Self.views(tick) }
            }
        }
        SVG.g(.class("axis-titles"), .ariaHidden, .fill(.color(Palette.ash)), .fontSize(13)) {
            SVG.text(x: 0, y: 0, .dx(-40), .dy(-14)) { "↑ Views, logarithmic" }
            SVG.text(x: .percent(100), y: .percent(100), .dx(8), .dy(44), .anchor(.end)) {
                "Age since publication, logarithmic →"
            }
        }
    }

    /// Of an age in hours.
    func across(_ age: Double) -> Length { .percent(ages.percent(age)) }

    /// Of a number of views.
    func up(_ count: Double) -> Length { .percent(100 - views.percent(count)) }

    /// `15 min`, `8 h`, `7 d`.
    private static func age(_ hours: Double) -> String {
        if hours < 1 { return "\(Int(hours * 60))\u{A0}min" }
        return hours < 24 ? "\(Int(hours))\u{A0}h" : "\(Int(hours / 24))\u{A0}d"
    }

    /// `500`, `20 k`, `5 M`, `1 bn`.
    private static func views(_ count: Double) -> String {
        for (unit, name) in [(1e9, "bn"), (1e6, "M"), (1e3, "k")] where count >= unit {
            return "\(Int(count / unit))\u{A0}\(name)"
        }
        return "\(Int(count))"
    }
}
