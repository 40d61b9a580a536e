import Markup

/// Strangers' text wherever a page, a drawing or a feed puts it; the first byte says which of them. A parser of HTML or one of
/// XML, other people's both, has to find the elements and attributes that we wrote, no others, and in them the text.
enum EscaperTarget {
    static func tryOut(_ input: [UInt8]) throws(Finding) {
        guard let kind = input.first else { return }
        let text = String(decoding: input.dropFirst(), as: UTF8.self)
        let address = SiteAddress(segments: ["creators", text], query: [("q", text)], fragment: text)
        try check(address)
        let shown = allowed(text, newlinesAre: "\n")
        let inLine = allowed(text, newlinesAre: " ")
        switch kind % 3 {
        case 0:
            try compare(
                HTMLOutline.of(page(text, address)),
                pageTemplate.filled(text: shown, attribute: shown, address: address.text))
        case 1:
            try compare(
                XMLOutline.of(drawing(text, address)),
                drawingTemplate.filled(text: shown, attribute: inLine, address: address.text))
        default:
            try compare(
                XMLOutline.of(feed(text, address)),
                feedTemplate.filled(text: shown, attribute: inLine, address: address.text))
        }
    }

    private static let someAddress = SiteAddress("ADDRESS")
    private static let pageTemplate = OutlineTemplate(HTMLOutline.of(page(OutlineTemplate.text, someAddress)))
    private static let drawingTemplate = OutlineTemplate(XMLOutline.of(drawing(OutlineTemplate.text, someAddress)))
    private static let feedTemplate = OutlineTemplate(XMLOutline.of(feed(OutlineTemplate.text, someAddress)))

    private static func page(_ text: String, _ address: SiteAddress) -> [UInt8] {
        let shown = "[\(text)]"
        return document {
            title(shown)
        } body: {
            p(.hint(shown)) { shown }
            a(to: .site(address)) { bdi { shown } }
            select(name: "choice") { option(value: "1") { shown } }
            SVG.svg { SVG.title(shown) }
        }.render()
    }

    private static func drawing(_ text: String, _ address: SiteAddress) -> [UInt8] {
        let shown = "[\(text)]"
        return SVG.file(
            SVG.svg(.ariaLabel(shown)) {
                SVG.title(shown)
                SVG.a(to: .site(address)) { SVG.text(x: 1, y: 2) { shown } }
            }
        ).render()
    }

    private static func feed(_ text: String, _ address: SiteAddress) -> [UInt8] {
        let shown = "[\(text)]"
        return Atom.feed {
            Atom.title(shown)
            Atom.entry {
                Atom.link(.page, to: .site(address))
                Atom.author(shown)
                Atom.content(shown)
            }
        }.render()
    }

    /// An address of ours is a path here, of characters that mean nothing anywhere.
    private static func check(_ address: SiteAddress) throws(Finding) {
        let isHarmless = address.text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-._~%/?=#".utf8.contains(byte)
            }
        }
        try require(isHarmless && address.text.hasPrefix("/creators"), "an address of ours: \(address.text)")
    }

    /// The text that must come out: without the characters that neither HTML nor XML may hold, with newlines as parsers
    /// read them.
    private static func allowed(_ text: String, newlinesAre newline: Unicode.Scalar) -> [UInt8] {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": result.append(newline)
            case "\t": result.append(newline == " " ? " " : "\t")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            case _ where scalar.value % 0x10000 >= 0xFFFE || scalar.value >= 0xFDD0 && scalar.value < 0xFDF0: continue
            default: result.append(scalar)
            }
            previous = scalar
        }
        return Array(String(result).utf8)
    }

    private static func compare(_ found: Outline, _ expected: [UInt8]) throws(Finding) {
        try require(found.error == nil, "it is not well-formed: \(found.error ?? "")")
        try require(
            found.bytes == expected,
            "\(String(decoding: found.bytes, as: UTF8.self)) instead of \(String(decoding: expected, as: UTF8.self))")
    }
}
