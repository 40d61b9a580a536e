/// Makes one ``Node`` of the statements of a page view: nodes, text, `if`, `switch` and `for`.
///
/// Everything becomes the one type `Node` at once, so that long views compile quickly.
@resultBuilder
public enum MarkupBuilder {
    /// A node as it is.
    public static func buildExpression(_ node: Node) -> Node { node }

    /// A node where there is one.
    public static func buildExpression(_ node: Node?) -> Node { node ?? .nothing }

    /// Text, escaped where it is written.
    public static func buildExpression(_ text: String) -> Node { .text(text) }

    /// An empty block.
    public static func buildBlock() -> Node { .nothing }

    /// A block of one statement.
    public static func buildBlock(_ node: Node) -> Node { node }

    /// A block of several statements.
    public static func buildBlock(_ nodes: Node...) -> Node { .group(nodes) }

    /// `if` without `else`.
    public static func buildOptional(_ node: Node?) -> Node { node ?? .nothing }

    /// The first branch of an `if` or `switch`.
    public static func buildEither(first node: Node) -> Node { node }

    /// The other branches of an `if` or `switch`.
    public static func buildEither(second node: Node) -> Node { node }

    /// `for`.
    public static func buildArray(_ nodes: [Node]) -> Node { .group(nodes) }
}
