import CGumbo
import Glibc

/// Pages as Gumbo reads them, which parses as browsers do (HTML5).
enum HTMLOutline {
    static func of(_ page: [UInt8]) -> Outline {
        unsafe page.withUnsafeBytes { page in
            var options = unsafe kGumboDefaultOptions
            unsafe options.max_errors = 0
            let text = unsafe page.assumingMemoryBound(to: CChar.self)
            var outline = Outline()
            guard let output = unsafe gumbo_parse_with_options(&options, text.baseAddress, page.count) else {
                outline.error = "no memory"
                return outline
            }
            defer { unsafe gumbo_destroy_output(&options, output) }
            unsafe add(output.pointee.root, to: &outline)
            return outline
        }
    }

    private static func add(_ node: UnsafePointer<GumboNode>, to outline: inout Outline) {
        switch unsafe node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: unsafe add(element: node.pointee.v.element, to: &outline)
        case GUMBO_NODE_COMMENT: unsafe outline.add(.begin, "!--")
        default:
            guard let text = unsafe node.pointee.v.text.text else { return }
            unsafe outline.add(text: UnsafeRawBufferPointer(start: text, count: strlen(text)))
        }
    }

    private static func add(element: GumboElement, to outline: inout Outline) {
        unsafe outline.add(.begin, gumbo_normalized_tagname(element.tag))
        // Gumbo has no name for an element that HTML does not know.
        if unsafe element.tag == GUMBO_TAG_UNKNOWN {
            unsafe outline.add(
                text: UnsafeRawBufferPointer(start: element.original_tag.data, count: element.original_tag.length))
        }
        for place in unsafe 0..<Int(element.attributes.length) {
            guard let attribute = unsafe element.attributes.data[place]?.assumingMemoryBound(to: GumboAttribute.self)
            else { continue }
            unsafe outline.add(.attribute, attribute.pointee.name)
            unsafe outline.add(.value, attribute.pointee.value)
        }
        for place in unsafe 0..<Int(element.children.length) {
            guard let child = unsafe element.children.data[place]?.assumingMemoryBound(to: GumboNode.self) else {
                continue
            }
            unsafe add(child, to: &outline)
        }
        outline.add(.end)
    }
}
