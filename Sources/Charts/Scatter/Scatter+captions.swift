import Markup

extension Scatter {
    /// Who the first few are. Links and tooltips say the same, so those who hear the page are spared it.
    @MarkupBuilder
    var captions: Node {
        let placed = CaptionPlacement(of: points).placed
        if !placed.isEmpty {
            SVG.g(.class("captions"), decoration, .fontSize(12), .fontWeight(600)) {
                for caption in placed { mark(caption) }
            }
        }
    }

    private func mark(_ caption: PlacedCaption) -> Node {
        let point = caption.point
        return SVG.inner(
            x: .percent(point.place.x), y: .percent(100 - point.place.y), width: 1, height: 1, .overflowVisible,
            .class("caption", caption.isNarrow ? nil : "caption-wide")
        ) {
            if caption.spot.hasLeader { leader(caption.spot) }
            // A rim of the ground keeps the text apart from what it covers.
            text(caption, .stroke(.color(Palette.graphite)), .strokeWidth(3.5), .roundJoins)
            text(caption, isAmber(point) ? .fill(.color(Palette.amber)) : .fill(.color(Palette.ash)), .absent, .absent)
        }
    }

    private func text(_ caption: PlacedCaption, _ first: Attribute, _ second: Attribute, _ third: Attribute) -> Node {
        SVG.text(
            x: .units(caption.spot.shift.x), y: .units(caption.spot.shift.y), .anchor(caption.spot.anchor), first,
            second,
            third
        ) { caption.text }
    }

    private func leader(_ spot: CaptionSpot) -> Node {
        let end = spot.shift.x - (spot.shift.x > 0 ? 3 : -3)
        return SVG.line(
            x1: 0, y1: 0, x2: .units(end), y2: .units(spot.shift.y - 4), .stroke(.color(Palette.ash)),
            .strokeOpacity(0.45))
    }

    /// How the captioned reels have come here since the run before: a line from where each stood.
    @MarkupBuilder
    var tails: Node {
        let moved = points.filter { $0.caption != nil && $0.origin != nil && $0.origin != $0.place }
        if !moved.isEmpty {
            SVG.g(.class("tails"), decoration, .strokeWidth(1.75), .strokeOpacity(0.7), .roundCaps) {
                for point in moved { tail(point) }
            }
        }
    }

    private func tail(_ point: ScatterPoint) -> Node {
        guard let origin = point.origin else { return .nothing }
        let color = isAmber(point) ? Palette.amber : Palette.teal
        return .group([
            SVG.line(
                x1: .percent(origin.x), y1: .percent(100 - origin.y), x2: .percent(point.place.x),
                y2: .percent(100 - point.place.y), .stroke(.color(color))),
            SVG.circle(
                cx: .percent(origin.x), cy: .percent(100 - origin.y), r: 2, .fill(.color(color)), .fillOpacity(0.7)),
        ])
    }
}
