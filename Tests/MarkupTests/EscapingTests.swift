import Markup
import Testing

@Suite struct EscapingTests {
    static let table: [(text: String, written: String)] = [
        ("plain", "plain"),
        ("", ""),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("' onmouseover='alert(1)", "&#39; onmouseover=&#39;alert(1)"),
        ("fish & chips &amp; &lt;", "fish &amp; chips &amp;amp; &amp;lt;"),
        ("]]>", "]]&gt;"),
        ("<!-- -->", "&lt;!-- --&gt;"),
        ("one\ttwo\nthree\r\nfour", "one\ttwo\nthree\r\nfour"),
        ("nul\u{0}bell\u{7}escape\u{1B}delete\u{7F}", "nulbellescapedelete"),
        ("next\u{85}line\u{80}\u{9F}", "nextline"),
        ("\u{FFFE}not\u{FFFF}char\u{1FFFE}act\u{10FFFF}ers", "notcharacters"),
        // U+FDD0 and U+FDEF, which Swift takes in no literal.
        (String(decoding: [0xEF, 0xB7, 0x90, 0x2D, 0xEF, 0xB7, 0xAF], as: UTF8.self), "-"),
        ("café · ☕️ 日本 موجة", "café · ☕️ 日本 موجة"),
        ("\u{A0}\u{BF}\u{FFFD}\u{FEFF}\u{10FFFD}", "\u{A0}\u{BF}\u{FFFD}\u{FEFF}\u{10FFFD}"),
    ]

    @Test("text stays text between tags", arguments: table)
    func text(_ row: (text: String, written: String)) {
        #expect(written(p { row.text }) == "<p>\(row.written)</p>")
    }

    @Test("text stays text inside quotes", arguments: table)
    func attribute(_ row: (text: String, written: String)) {
        #expect(written(p(.hint(row.text)) {}) == "<p title=\"\(row.written)\"></p>")
    }

    @Test("text stays text in a drawing", arguments: table)
    func drawing(_ row: (text: String, written: String)) {
        #expect(written(SVG.desc(row.text, .ariaLabel(row.text))).contains("aria-label=\"\(row.written)\""))
    }

    @Test func `no control character but tab and line ends is ever written`() {
        let controls = (0...0x9F).compactMap(Unicode.Scalar.init).filter { $0.properties.generalCategory == .control }
        let text = String(String.UnicodeScalarView(controls))
        #expect(written(p { text }) == "<p>\t\n\r</p>")
    }

    @Test("a page with hostile text is well-formed", arguments: table)
    func page(_ row: (text: String, written: String)) {
        let page = document {
            title(row.text)
            meta(name: "description", content: row.text)
        } body: {
            h1(.id(row.text)) { row.text }
            a(to: .fragment(row.text)) { row.text }
            form(.get, to: SiteAddress(row.text, query: ["q": row.text])) { input(.text, name: "q", value: row.text) }
            SVG.svg { SVG.title(row.text) }
        }
        #expect(WellFormedness.fault(in: written(page)) == nil)
    }
}

/// The node as it is written.
func written(_ node: Node) -> String {
    String(decoding: node.render(), as: UTF8.self)
}
