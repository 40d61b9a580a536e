import Markup

extension Scatter {
    /// The points, the most important last and so above the others.
    ///
    /// - Parameter withTips: with what the style sheet of our pages shows at a point that has the focus.
    func pointMarks(withTips: Bool) -> Node {
        SVG.g(
            .class("points"), .role("group"), .ariaLabel("Reels"), .fill(.color(Palette.teal)), .fillOpacity(0.8),
            .stroke(.color(Palette.graphite))
        ) {
            for placed in placedPoints.reversed() { mark(placed, withTip: withTips) }
        }
    }

    private func mark(_ placed: PlacedPoint, withTip: Bool) -> Node {
        let point = placed.point
        let classes = Attribute.class("point", isAmber(point) ? "point-top" : nil)
        let shift = placed.shift.map { Attribute.moved(x: $0.x, y: $0.y) } ?? .absent
        let tip = withTip ? FocusTip(point: point).mark : .nothing
        let content = Node.group([SVG.title(point.tooltipText), dots(point), tip])
        guard let destination = point.destination else {
            return SVG.g(classes, shift, .role("img"), .focusable, .ariaLabel(point.label)) { content }
        }
        return SVG.a(to: destination, classes, shift, .ariaLabel(point.label)) { content }
    }

    private func isAmber(_ point: ScatterPoint) -> Bool { point.isTop && !isCohortSmall }

    /// A top performer has a ring as well as its colour, since not everybody sees the colour.
    @MarkupBuilder
    private func dots(_ point: ScatterPoint) -> Node {
        if isAmber(point) {
            let amber = Paint.color(Palette.amber)
            let ring = Length.units(point.radius + Self.ringDistance)
            SVG.circle(cx: point.x, cy: point.y, r: ring, .fill(.none), .stroke(amber))
            SVG.circle(cx: point.x, cy: point.y, r: .units(point.radius), .fill(amber), .fillOpacity(1))
        } else {
            SVG.circle(cx: point.x, cy: point.y, r: .units(point.radius))
        }
    }

    /// Pixels between a top performer and its ring.
    private static let ringDistance = 3.5
}

extension ScatterPoint {
    /// Hundredths of the drawing's width and height: the drawing fits any screen while points and text keep their size.
    var x: Length { .percent(velocityPercentile) }
    var y: Length { .percent(100 - engagementPercentile) }

    var tooltipText: String { tooltip.joined(separator: "\n") }
}
