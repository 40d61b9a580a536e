/// The elements of a drawing. They stand under this name because some share theirs with HTML.
public enum SVG {
    private static let namespace = Attribute("xmlns", static: "http://www.w3.org/2000/svg")

    /// A drawing, in a page or on its own. Without a `viewBox` its units are pixels at any size.
    public static func svg(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
        .svg("svg", [namespace] + attributes, content())
    }

    /// A drawing within a drawing, with its own origin.
    public static func inner(
        x: Length, y: Length, width: Length, height: Length, _ attributes: Attribute...,
        @MarkupBuilder content: () -> Node
    ) -> Node {
        .svg("svg", place(x, y) + size(width, height) + attributes, content())
    }

    /// HTML within a drawing. Only browsers draw it: keep it out of files.
    public static func foreignObject(
        x: Length, y: Length, width: Length, height: Length, _ attributes: Attribute...,
        @MarkupBuilder content: () -> Node
    ) -> Node {
        .svg("foreignObject", place(x, y) + size(width, height) + attributes, content())
    }

    /// A file of its own.
    public static func file(_ drawing: Node) -> Node {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" as StaticString
        return .group([.markupWrittenAsItStandsWithoutEscaping(declaration), drawing])
    }

    /// Shapes that share attributes.
    public static func g(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
        .svg("g", attributes, content())
    }

    /// A link around shapes.
    public static func a(
        to destination: Destination, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
    ) -> Node {
        .svg("a", destination.attributes + attributes, content())
    }

    /// The name of what it stands in; the tooltip under a pointer.
    public static func title(_ text: String, _ attributes: Attribute...) -> Node {
        .svg("title", attributes, .text(text))
    }

    /// What is to be seen, in words.
    public static func desc(_ text: String, _ attributes: Attribute...) -> Node {
        .svg("desc", attributes, .text(text))
    }

    static func place(_ x: Length, _ y: Length) -> [Attribute] {
        [Attribute("x", x.value), Attribute("y", y.value)]
    }

    static func size(_ width: Length, _ height: Length) -> [Attribute] {
        [Attribute("width", width.value), Attribute("height", height.value)]
    }
}
