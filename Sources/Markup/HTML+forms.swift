/// A form that is sent to our own site.
public func form(
    _ method: FormMethod, to address: SiteAddress, _ attributes: Attribute..., @MarkupBuilder content: () -> Node
) -> Node {
    let method: StaticString = method == .get ? "get" : "post"
    let required = [Attribute("method", static: method), Attribute("action", text: address.text)]
    return .html("form", required + attributes, content())
}

/// A field of a form.
public func input(_ kind: InputKind, name: String, value: String? = nil, _ attributes: Attribute...) -> Node {
    let value = Attribute("value", value.map { .text($0) } ?? .absent)
    return .void("input", [Attribute("type", static: kind.name), Attribute("name", text: name), value] + attributes)
}

/// Tells a browser that keeps passwords whose the password of the form is. Nobody sees it, and it is not sent.
public func username(_ name: StaticString) -> Node {
    .void(
        "input",
        [
            Attribute("type", static: "text"), Attribute("autocomplete", static: "username"),
            Attribute("value", static: name), Attribute("hidden", when: true),
        ])
}

/// The name of a field, for people.
///
/// - Parameter id: the field's id.
public func label(for id: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("label", [Attribute("for", text: id)] + attributes, content())
}

/// A choice of one of several values.
public func select(name: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("select", [Attribute("name", text: name)] + attributes, content())
}

/// A value of a `select`.
public func option(value: String, selected isSelected: Bool = false, @MarkupBuilder content: () -> Node) -> Node {
    .html("option", [Attribute("value", text: value), Attribute("selected", when: isSelected)], content())
}

/// Sends the form that it stands in.
public func button(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
    .html("button", [Attribute("type", static: "submit")] + attributes, content())
}

extension Attribute {
    /// The form cannot be sent while the field is empty.
    public static let required = Attribute("required", when: true)

    /// How far apart the values are that a field takes: seconds, where it takes a time.
    public static func step(_ step: Double) -> Attribute { Attribute("step", .number(step)) }

    /// A flag such as the one of a checkbox.
    public static func checked(when isChecked: Bool) -> Attribute { Attribute("checked", when: isChecked) }

    /// Which keys a phone shows: `numeric`, `decimal`.
    public static func inputMode(_ mode: StaticString) -> Attribute { Attribute("inputmode", static: mode) }

    /// What the field takes, as a regular expression; an empty field is always taken.
    public static func pattern(_ expression: StaticString) -> Attribute { Attribute("pattern", static: expression) }

    /// An example of what goes into an empty field.
    public static func placeholder(_ example: StaticString) -> Attribute { Attribute("placeholder", static: example) }

    /// What kind of keeping the browser may do: `off`, `current-password`.
    public static func autocomplete(_ value: StaticString) -> Attribute { Attribute("autocomplete", static: value) }
}
