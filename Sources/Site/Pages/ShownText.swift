/// Text from outside as pages show it. Markup keeps it from being anything but text; here it is kept from taking more
/// room than it should and from turning the text around it.
package struct ShownText {
    /// On one line: every run of white space is one space.
    package let text: String

    /// Nil where there is nothing to be seen.
    ///
    /// - Parameter limit: the most characters. The style sheet cuts what does not fit; this only holds off what is absurd.
    package init?(_ received: String?, limit: Int) {
        guard let received else { return nil }
        let (words, isWhole) = Self.words(of: received, limit: limit)
        guard !words.isEmpty else { return nil }
        text = isWhole ? words : words + "…"
    }

    /// For places where markup cannot isolate a text's direction: in tooltips and labels.
    package var isolated: String {
        "\u{2068}" + text + "\u{2069}"
    }

    /// A character may be made of any number of marks, so these are limited as well.
    private static let scalarsPerCharacter = 4

    private static func words(of received: String, limit: Int) -> (String, isWhole: Bool) {
        var scalars = String.UnicodeScalarView()
        var isWhole = true
        // The view would count them anew each time.
        var count = 0
        for scalar in received.unicodeScalars {
            guard count < limit * scalarsPerCharacter else {
                isWhole = false
                break
            }
            if isSpace(scalar) {
                guard let last = scalars.last, last != " " else { continue }
                scalars.append(" ")
            } else {
                if turnsDirection(scalar) { continue }
                scalars.append(scalar)
            }
            count += 1
        }
        if scalars.last == " " { scalars.removeLast() }
        let text = String(scalars)
        // What was cut short may end within a character.
        let held = text.prefix(isWhole || text.count == 1 ? limit : min(limit, text.count - 1))
        return (String(held), isWhole && held.endIndex == text.endIndex)
    }

    /// White space, and what controls devices.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Most text is ASCII, and looking properties up takes longer than all the rest.
        scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    /// Explicit embeddings, overrides and isolates: they could reach beyond the text that they stand in.
    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
