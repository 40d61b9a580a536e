extension SVG {
    /// A rectangle.
    public static func rect(
        x: Length, y: Length, width: Length, height: Length, _ attributes: Attribute...
    ) -> Node {
        .svg("rect", place(x, y) + size(width, height) + attributes)
    }

    /// A circle.
    public static func circle(cx: Length, cy: Length, r: Length, _ attributes: Attribute...) -> Node {
        let required = [Attribute("cx", cx.value), Attribute("cy", cy.value), Attribute("r", r.value)]
        return .svg("circle", required + attributes)
    }

    /// A straight line.
    public static func line(x1: Length, y1: Length, x2: Length, y2: Length, _ attributes: Attribute...) -> Node {
        let start = [Attribute("x1", x1.value), Attribute("y1", y1.value)]
        let end = [Attribute("x2", x2.value), Attribute("y2", y2.value)]
        return .svg("line", start + end + attributes)
    }

    /// An outline given by path commands.
    public static func path(_ commands: StaticString, _ attributes: Attribute...) -> Node {
        .svg("path", [Attribute("d", static: commands)] + attributes)
    }

    /// Text that begins, is centred or ends at a place (``Attribute/anchor(_:)``), on its baseline.
    public static func text(
        x: Length, y: Length, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
    ) -> Node {
        .svg("text", place(x, y) + attributes, content())
    }
}

/// What is referred to, and not drawn where it stands.
extension SVG {
    /// Holds what others refer to.
    public static func defs(@MarkupBuilder content: () -> Node) -> Node { .svg("defs", [], content()) }

    /// A change of colour along a line across the shape, from one corner of it (0, 0 is the upper left) to another.
    public static func linearGradient(
        id: String, x1: Length, y1: Length, x2: Length, y2: Length, @MarkupBuilder content: () -> Node
    ) -> Node {
        let start = [Attribute("id", text: id), Attribute("x1", x1.value), Attribute("y1", y1.value)]
        return .svg("linearGradient", start + [Attribute("x2", x2.value), Attribute("y2", y2.value)], content())
    }

    /// A colour of a gradient.
    ///
    /// - Parameters:
    ///   - offset: where along the line, 0 to 1.
    ///   - opacity: 0 to 1.
    public static func stop(offset: Double, color: StaticString, opacity: Double = 1) -> Node {
        .svg(
            "stop",
            [
                Attribute("offset", .number(offset)), Attribute("stop-color", static: color),
                Attribute("stop-opacity", .number(opacity)),
            ])
    }
}

/// What is given by its corners.
extension SVG {
    /// A line from place to place.
    public static func polyline(_ places: [(x: Double, y: Double)], _ attributes: Attribute...) -> Node {
        .svg("polyline", [Attribute("points", .numbers(places.flatMap { [$0.x, $0.y] }))] + attributes)
    }

    /// The area within such a line, closed.
    public static func polygon(_ places: [(x: Double, y: Double)], _ attributes: Attribute...) -> Node {
        .svg("polygon", [Attribute("points", .numbers(places.flatMap { [$0.x, $0.y] }))] + attributes)
    }
}
