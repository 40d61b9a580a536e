/// A paragraph.
public func p(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("p", attributes, content())
}

/// Some text without a meaning of its own.
public func span(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("span", attributes, content())
}

/// Important text.
public func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("strong", attributes, content())
}

/// Stressed text.
public func em(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("em", attributes, content())
}

/// A side comment.
public func small(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("small", attributes, content())
}

/// A name or a command.
public func code(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("code", attributes, content())
}

/// Text from outside, kept from turning the direction of the text around it.
public func bdi(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("bdi", attributes, content())
}

/// A list whose order does not matter.
public func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("ul", attributes, content())
}

/// A list whose order matters.
public func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("ol", attributes, content())
}

/// An item of a list.
public func li(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("li", attributes, content())
}

/// A list of names and values.
public func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("dl", attributes, content())
}

/// A name in a `dl`.
public func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("dt", attributes, content())
}

/// A value in a `dl`.
public func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("dd", attributes, content())
}

/// A link.
public func a(to destination: Destination, _ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("a", destination.attributes + attributes, content())
}

/// An instant, a day or a length of time.
///
/// - Parameter datetime: the same for machines: ISO 8601.
public func time(datetime: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("time", [Attribute("datetime", text: datetime)] + attributes, content())
}

/// A short form and what it stands for.
public func abbr(_ meaning: String, @MarkupBuilder content: () -> Node) -> Node {
    .html("abbr", [.hint(meaning)], content())
}

/// How much of something is done, as a bar. Its content stands in where no bar can be drawn.
public func progress(
    _ done: Double, of whole: Double, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
) -> Node {
    .html("progress", [Attribute("value", .number(done)), Attribute("max", .number(whole))] + attributes, content())
}

/// A new line within a paragraph.
public func br() -> Node { .void("br", []) }

/// Text whose spaces and lines stay as they are.
public func pre(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("pre", attributes, content())
}
