/// A table.
public func table(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("table", attributes, content())
}

/// The name of a table.
public func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("caption", attributes, content())
}

/// The heading rows of a table.
public func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("thead", attributes, content())
}

/// The rows of a table.
public func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("tbody", attributes, content())
}

/// A row of a table.
public func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("tr", attributes, content())
}

/// A cell of a table.
public func td(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("td", attributes, content())
}

/// A heading cell of a table.
public func th(_ scope: HeadingScope, _ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("th", [scope.attribute] + attributes, content())
}
