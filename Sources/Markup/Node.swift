/// A piece of a page: text, an element with what it holds, or several of these in a row.
///
/// Nodes are made by the element functions (`section`, `p`, ``SVG``) and by ``MarkupBuilder``. Text in them is kept as it came
/// and escaped once, where it is written.
public struct Node: Sendable {
    enum Content: Sendable {
        case nothing
        case text(String)
        case raw(StaticString)
        case style(CompactStyle)
        case group([Node])
        indirect case element(Element)
    }

    let content: Content

    init(_ content: Content) { self.content = content }

    /// Text from anywhere, hostile text included.
    public static func text(_ text: String) -> Node { Node(.text(text)) }

    /// Several nodes in a row, without an element around them.
    public static func group(_ nodes: [Node]) -> Node { Node(.group(nodes)) }

    /// Writes nothing.
    public static let nothing = Node(.nothing)

    /// Markup that is written as it stands. It can only come from our own source.
    public static func markupWrittenAsItStandsWithoutEscaping(_ markup: StaticString) -> Node { Node(.raw(markup)) }
}

/// An element with its attributes and what it holds.
struct Element: Sendable {
    /// How an element that holds nothing ends. `<br/>` and `<circle/>` are the same to an HTML parser as to an XML one,
    /// but `<div/>` would be left open in HTML.
    enum Ending: Sendable {
        case ownTag
        case slashWhenEmpty
    }

    let name: StaticString
    let attributes: [Attribute]
    let content: Node
    let ending: Ending
}

extension Node {
    /// An HTML element that may hold others.
    static func html(_ name: StaticString, _ attributes: [Attribute], _ content: Node) -> Node {
        Node(.element(Element(name: name, attributes: attributes, content: content, ending: .ownTag)))
    }

    /// An HTML element that never holds anything.
    static func void(_ name: StaticString, _ attributes: [Attribute]) -> Node {
        Node(.element(Element(name: name, attributes: attributes, content: .nothing, ending: .slashWhenEmpty)))
    }

    static func svg(_ name: StaticString, _ attributes: [Attribute], _ content: Node = .nothing) -> Node {
        Node(.element(Element(name: name, attributes: attributes, content: content, ending: .slashWhenEmpty)))
    }
}
