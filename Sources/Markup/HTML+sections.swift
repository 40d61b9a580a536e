/// What stands at the head of a page or a section.
public func header(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("header", attributes, content())
}

/// Links to move about by.
public func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("nav", attributes, content())
}

/// What the page is about; once a page.
public func main(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("main", attributes, content())
}

/// A part of a page with a heading of its own.
public func section(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("section", attributes, content())
}

/// A part that makes sense by itself: a card.
public func article(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("article", attributes, content())
}

/// Something beside the matter.
public func aside(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("aside", attributes, content())
}

/// What stands at the end of a page or a section.
public func footer(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("footer", attributes, content())
}

/// The page's heading; once a page.
public func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("h1", attributes, content())
}

/// A section's heading.
public func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("h2", attributes, content())
}

/// A heading below `h2`.
public func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("h3", attributes, content())
}

/// A heading below `h3`.
public func h4(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("h4", attributes, content())
}

/// A box without a meaning.
public func div(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("div", attributes, content())
}

/// A picture with its caption.
public func figure(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("figure", attributes, content())
}

/// The caption of a `figure`.
public func figcaption(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("figcaption", attributes, content())
}

/// What is always seen of a `details`.
public func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("summary", attributes, content())
}

/// A part that the reader may open.
///
/// - Parameter isOpen: whether it is open from the start.
public func details(
    open isOpen: Bool = false, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
) -> Node {
    .html("details", attributes + [Attribute("open", when: isOpen)], content())
}
