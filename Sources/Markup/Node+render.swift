extension Node {
    /// The node as UTF-8. What comes out is HTML and well-formed XML at once, so an SVG inside a page and one on its own
    /// are written by the same code.
    public func render() -> [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    /// Appends the node as UTF-8; reserve the capacity where the size is known.
    public func write(into bytes: inout [UInt8]) {
        switch content {
        case .nothing: break
        case .text(let text): bytes.append(escaping: text)
        case .raw(let markup): bytes.append(static: markup)
        case .style(let style): bytes.append(contentsOf: style.css)
        case .group(let nodes): for node in nodes { node.write(into: &bytes) }
        case .element(let element): element.write(into: &bytes)
        }
    }

    private var isNothing: Bool {
        switch content {
        case .nothing: true
        case .group(let nodes): nodes.allSatisfy(\.isNothing)
        case .text, .raw, .style, .element: false
        }
    }

    fileprivate func closesItself(_ ending: Element.Ending) -> Bool {
        ending == .slashWhenEmpty && isNothing
    }
}

extension Element {
    fileprivate func write(into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(static: name)
        for attribute in attributes { attribute.write(into: &bytes) }
        if content.closesItself(ending) {
            bytes.append(static: "/>")
        } else {
            bytes.append(UInt8(ascii: ">"))
            content.write(into: &bytes)
            bytes.append(static: "</")
            bytes.append(static: name)
            bytes.append(UInt8(ascii: ">"))
        }
    }
}

extension [UInt8] {
    /// Short static strings (all our names) are copied without an allocation.
    mutating func append(static text: StaticString) {
        append(contentsOf: text.description.utf8)
    }
}
