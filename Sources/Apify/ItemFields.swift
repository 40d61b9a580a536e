internal import Reels

/// The members of an item, or of an object in it, read leniently as to kind and strictly as to value.
struct ItemFields {
    let members: [String: JSONValue]

    init(members: [String: JSONValue]) { self.members = members }

    init(item: [UInt8]) throws(ItemRejection) {
        let value: JSONValue
        do {
            value = try JSONReader.value(of: item)
        } catch {
            throw ItemRejection(.badJSON, "the item is no JSON: \(error)")
        }
        guard case .object(let members) = value else {
            throw ItemRejection(.notAnObject, "the item is \(value.kind), not an object")
        }
        self.members = members
    }

    /// The value, nil where it is absent or null.
    subscript(name: String) -> JSONValue? {
        let value = members[name]
        return value == .null ? nil : value
    }

    /// An object in the item; one without members where there is none.
    func object(_ name: String) -> ItemFields {
        guard case .object(let members)? = members[name] else { return ItemFields(members: [:]) }
        return ItemFields(members: members)
    }

    /// Text as received, less its NULs, which PostgreSQL cannot store. A number gives its digits.
    func text(_ name: String) -> String? {
        switch members[name] {
        case .string(let text)?: text.withoutNUL
        case .number(let literal)?: literal
        default: nil
        }
    }

    /// Text that is not empty.
    func name(_ name: String) -> String? {
        text(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    func isTrue(_ name: String) -> Bool {
        members[name] == .bool(true) || members[name] == .string("true")
    }

    /// The tags of a list of strings or of objects with a `name`, without their leading `#`.
    func tags(_ name: String) -> [String] {
        guard case .array(let elements)? = members[name] else { return [] }
        return elements.compactMap(Self.tag).filter { !$0.isEmpty }
    }

    private static func tag(_ element: JSONValue) -> String? {
        let text: String
        switch element {
        case .string(let name): text = name
        case .object(let members): text = ItemFields(members: members).text("name") ?? ""
        default: return nil
        }
        return String((text.hasPrefix("#") ? text.dropFirst() : text[...])).withoutNUL
    }

    /// The row in which an actor says that an input gave nothing; of use only where the item has no id, for a row with
    /// an error and an id is a reel.
    func refuseErrorRow() throws(ItemRejection) {
        guard let error = name("error") else { return }
        let detail = name("errorDescription").map { ": \(ShownValue($0))" } ?? ""
        throw ItemRejection(
            error == "no_items" ? .noItems : .errorRow, "the actor reports error \(ShownValue(error))\(detail)")
    }
}

extension String {
    var withoutNUL: String {
        utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\0" })) : self
    }
}
