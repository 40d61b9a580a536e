/// A whole page, from the document type to the end.
///
/// - Parameter language: the language tag of our own text.
public func document(
    language: StaticString = "en", @MarkupBuilder head headContent: () -> Node,
    @MarkupBuilder body bodyContent: () -> Node
) -> Node {
    .group([
        .markupWrittenAsItStandsWithoutEscaping("<!DOCTYPE html>\n"),
        .html(
            "html", [.lang(language)],
            .group([
                .html("head", [], .group([.void("meta", [Attribute("charset", static: "utf-8")]), headContent()])),
                .html("body", [], bodyContent()),
            ])),
    ])
}

/// The page's title.
public func title(_ text: String) -> Node { .html("title", [], .text(text)) }

/// Something that the page says about itself.
public func meta(name: StaticString, content: String) -> Node {
    .void("meta", [Attribute("name", static: name), Attribute("content", text: content)])
}

/// A file of ours that belongs to the page.
public func link(_ relation: LinkRelation, to address: SiteAddress) -> Node {
    .void("link", relation.attributes + [Attribute("href", text: address.text)])
}

/// A style sheet of ours in the page itself.
public func style(_ sheet: CompactStyle) -> Node {
    .html("style", [], Node(.style(sheet)))
}

/// A program of ours, run when the page has been read.
public func script(from address: SiteAddress, _ attributes: Attribute...) -> Node {
    .html("script", [Attribute("src", text: address.text), Attribute("defer", when: true)] + attributes, .nothing)
}

extension Attribute {
    /// How often a page's script asks whether there is a newer one.
    public static func renewal(seconds: Int) -> Attribute { Attribute("data-renewal", text: String(seconds)) }
}
