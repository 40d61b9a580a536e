/// What a page is made of, as a browser would take it apart. Markup escapes every `<` of a text, so each one that is left
/// begins a tag.
struct PagesMarkup {
    private(set) var tags: Set<String> = []
    private(set) var attributes: Set<String> = []
    private(set) var ids: [String] = []
    /// With `&amp;` resolved.
    private(set) var destinations: [String] = []
    /// What a browser fetches by itself and runs or draws.
    private(set) var sources: [String] = []

    init(_ html: String) {
        for piece in html.split(separator: "<").dropFirst() where piece.first != "/" && piece.first != "!" {
            tags.insert(String(piece.prefix { $0.isLetter || $0.isNumber }))
            read(piece.drop { $0.isLetter || $0.isNumber })
        }
    }

    private mutating func read(_ text: Substring) {
        var rest = text.drop { $0 == " " }
        while let first = rest.first, first != ">", first != "/" {
            let name = String(rest.prefix { $0 != "=" && $0 != ">" && $0 != " " })
            rest = rest.dropFirst(name.count)
            attributes.insert(name)
            guard rest.hasPrefix("=\"") else { continue }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3).drop { $0 == " " }
            if name == "id" { ids.append(String(value)) }
            if name == "src" { sources.append(String(value)) }
            if ["href", "action"].contains(name) {
                destinations.append(String(value).replacing("&amp;", with: "&"))
            }
        }
    }
}
