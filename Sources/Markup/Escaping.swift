extension [UInt8] {
    /// Appends `text` so that it stays text, between tags and inside quotes, in HTML and in XML. This is the only escaper.
    ///
    /// Characters that HTML or XML may not contain are dropped: the C0 controls but tab, line feed and carriage return, DEL, the
    /// C1 controls, and the noncharacters, which are U+FDD0 to U+FDEF and the last two of each plane.
    mutating func append(escaping text: String) {
        if text.utf8.allSatisfy(Self.needsNoLook) {
            append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { append(escaping: scalar) }
        }
    }

    private mutating func append(escaping scalar: Unicode.Scalar) {
        switch scalar {
        case "&": append(static: "&amp;")
        case "<": append(static: "&lt;")
        case ">": append(static: "&gt;")
        case "\"": append(static: "&quot;")
        case "'": append(static: "&#39;")
        case "\t", "\n", "\r": append(UInt8(truncatingIfNeeded: scalar.value))
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
        case _ where Self.isNoncharacter(scalar): break
        default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// What Unicode keeps for a program's own use, and HTML out of texts.
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    }

    /// True for a byte that is neither escaped nor part of what may be dropped: 0xC2 leads the C1 controls, 0xEF and all from 0xF0
    /// on lead noncharacters.
    private static func needsNoLook(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x20...0x7E, 0x0A: true
        case 0xC2, 0xEF...0xFF: false
        default: byte >= 0x80
        }
    }
}
