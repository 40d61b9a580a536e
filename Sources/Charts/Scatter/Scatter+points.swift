import Markup

extension Scatter {
    /// The points, the most important last and so above the others.
    var pointMarks: Node {
        SVG.g(
            .class("points"), .fill(.color(Palette.teal)), .fillOpacity(0.85), .stroke(.color(Palette.graphite))
        ) {
            for placed in placedPoints.reversed() {
                mark(placed.point, shift: placed.shift, y: .percent(100 - placed.point.place.y))
            }
        }
    }

    func mark(_ point: ScatterPoint, shift: (x: Double, y: Double)?, y: Length) -> Node {
        let moved = shift.map { Attribute.moved(x: $0.x, y: $0.y) } ?? .absent
        return SVG.a(
            to: .site(point.address), .class("point", isAmber(point) ? "point-top" : nil), moved,
            isAlone ? .absent : .ariaLabel(point.label)
        ) {
            if isAlone { SVG.title(point.tooltipText) }
            dots(point, y: y)
            if !isAlone { PointTip(point: point).mark }
        }
    }

    /// A top performer has a ring as well as its colour, since not everybody sees the colour. What was not seen for a day is
    /// hollow.
    @MarkupBuilder
    private func dots(_ point: ScatterPoint, y: Length) -> Node {
        let x = Length.percent(point.place.x)
        let color = isAmber(point) ? Palette.amber : Palette.teal
        if isAmber(point) {
            let ring = Length.units(radius(of: point) + Self.ringDistance * crowding)
            SVG.circle(cx: x, cy: y, r: ring, .fill(.none), .stroke(.color(color)))
        }
        if point.isFresh {
            let fill = isAmber(point) ? Attribute.fill(.color(color)) : .absent
            SVG.circle(cx: x, cy: y, r: .units(radius(of: point)), fill)
        } else {
            SVG.circle(
                cx: x, cy: y, r: .units(radius(of: point)), .fill(.color(Palette.graphite)), .fillOpacity(0.55),
                .stroke(.color(color)), .strokeWidth(1.25))
        }
    }

    /// Pixels between a top performer and its ring.
    static let ringDistance = 3.0
}
