import Markup

extension GrowthCurve {
    /// The cohort. A box with a `viewBox` of hundredths, stretched over the drawing, lets an outline follow its size.
    @MarkupBuilder
    var bandMarks: Node {
        if band.count > 1 {
            stretched {
                SVG.polygon(
                    band.map { place($0.age, $0.third) } + band.reversed().map { place($0.age, $0.first) },
                    .fill(.color(Palette.ash)), .fillOpacity(0.14))
                SVG.polyline(
                    band.map { place($0.age, $0.median) }, .class("growth-median"), .fill(.none),
                    .stroke(.color(Palette.ash)), .strokeOpacity(0.8), .strokeWidth(1.5), .unscaledStroke,
                    .dashes(5, 4))
            }
        } else if let only = band.first {
            SVG.g(.ariaHidden, .stroke(.color(Palette.ash))) {
                SVG.line(
                    x1: across(only.age), y1: up(only.first), x2: across(only.age), y2: up(only.third),
                    .strokeWidth(14), .strokeOpacity(0.14))
                SVG.circle(
                    cx: across(only.age), cy: up(only.median), r: 3, .fill(.color(Palette.ash)), .fillOpacity(0.8))
            }
        }
    }

    /// The reel: a line through its sightings, and each of them with what is told of it.
    @MarkupBuilder
    var reelMarks: Node {
        if points.count > 1 {
            stretched {
                SVG.polyline(
                    points.map { place($0.age, Double($0.views)) }, .fill(.none), .stroke(.color(colour)),
                    .strokeWidth(2), .unscaledStroke, .roundJoins)
            }
        }
        SVG.g(.class("growth-points"), .role("list"), .ariaLabel("Sightings"), .fill(.color(colour))) {
            for point in points { mark(point) }
        }
    }

    private func mark(_ point: Point) -> Node {
        let words = point.words.joined(separator: "\n")
        return SVG.g(.role("listitem"), .ariaLabel(point.words.joined(separator: ", "))) {
            SVG.title(words)
            SVG.circle(
                cx: across(point.age), cy: up(Double(point.views)), r: 5, .stroke(.color(Palette.graphite)))
        }
    }

    private func stretched(@MarkupBuilder content: () -> Node) -> Node {
        SVG.inner(
            x: 0, y: 0, width: .percent(100), height: .percent(100), .viewBox(width: 100, height: 100), .stretched,
            .overflowVisible, .ariaHidden, content: content)
    }

    private func place(_ age: Double, _ count: Double) -> (x: Double, y: Double) {
        (ages.percent(age), 100 - views.percent(count))
    }
}
