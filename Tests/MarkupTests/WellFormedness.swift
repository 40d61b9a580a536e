/// Enough of XML to see that tags are balanced, attributes quoted and named once, and references known.
enum WellFormedness {
    /// What is wrong with `text`; nil when nothing is.
    static func fault(in text: String) -> String? {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            rest = rest[start...]
            if rest.hasPrefix("<!DOCTYPE html>") || rest.hasPrefix("<?xml ") {
                rest = after(">", in: rest) ?? ""
            } else if rest.first == "&" {
                guard let tail = afterReference(rest) else { return "reference: \(rest.prefix(20))" }
                rest = tail
            } else if rest.hasPrefix("</") {
                let name = rest.dropFirst(2).prefix(while: isNameCharacter)
                guard open.popLast() == name else { return "closes \(name), which is not open" }
                rest = after(">", in: rest) ?? ""
            } else {
                guard let tag = Tag(&rest) else { return "tag: \(rest.prefix(40))" }
                if !tag.isEmpty { open.append(tag.name) }
            }
        }
        return open.isEmpty ? nil : "left open: \(open)"
    }

    static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }

    static func after(_ character: Character, in text: Substring) -> Substring? {
        text.firstIndex(of: character).map { text[text.index(after: $0)...] }
    }

    private static func afterReference(_ text: Substring) -> Substring? {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
        return known.first(where: text.hasPrefix).map { text.dropFirst($0.count) }
    }
}

private struct Tag {
    let name: Substring
    let isEmpty: Bool

    /// Takes a start tag from the front of `rest`.
    init?(_ rest: inout Substring) {
        var tail = rest.dropFirst()
        name = tail.prefix(while: WellFormedness.isNameCharacter)
        tail = tail.dropFirst(name.count)
        var seen: Set<Substring> = []
        while tail.first == " " {
            let attribute = tail.dropFirst().prefix(while: WellFormedness.isNameCharacter)
            tail = tail.dropFirst(1 + attribute.count)
            guard !attribute.isEmpty, seen.insert(attribute).inserted, tail.hasPrefix("=\"") else { return nil }
            let value = tail.dropFirst(2).prefix { $0 != "\"" }
            guard !value.contains("<"), let end = WellFormedness.after("\"", in: tail.dropFirst(2)) else { return nil }
            tail = end
        }
        isEmpty = tail.hasPrefix("/>")
        guard !name.isEmpty, isEmpty || tail.first == ">" else { return nil }
        rest = tail.dropFirst(isEmpty ? 2 : 1)
    }
}
