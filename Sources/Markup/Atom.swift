/// The elements of a feed (RFC 4287). Text in them is plain text, escaped like any other.
public enum Atom {
    private static let namespace = Attribute("xmlns", static: "http://www.w3.org/2005/Atom")

    /// A whole feed, as a file of its own.
    public static func feed(@MarkupBuilder content: () -> Node) -> Node {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" as StaticString
        return .group([
            .markupWrittenAsItStandsWithoutEscaping(declaration),
            .html("feed", [namespace, Attribute("xml:lang", static: "en")], content()),
        ])
    }

    /// One thing that a feed tells of.
    public static func entry(@MarkupBuilder content: () -> Node) -> Node { .html("entry", [], content()) }

    /// What names a feed or an entry for ever: an IRI, compared character by character.
    public static func id(_ iri: String) -> Node { .html("id", [], .text(iri)) }

    /// The name of a feed or an entry for people.
    public static func title(_ text: String) -> Node { .html("title", [], .text(text)) }

    /// What a feed is about.
    public static func subtitle(_ text: String) -> Node { .html("subtitle", [], .text(text)) }

    /// When a feed or an entry last changed in a way that matters.
    ///
    /// - Parameter instant: ISO 8601 with its zone.
    public static func updated(_ instant: String) -> Node { .html("updated", [], .text(instant)) }

    /// Who made the feed.
    public static func author(_ name: String) -> Node { .html("author", [], .html("name", [], .text(name))) }

    /// What an entry says.
    public static func content(_ text: String) -> Node {
        .html("content", [Attribute("type", static: "text")], .text(text))
    }

    /// Where something of the entry or the feed is.
    public static func link(_ relation: Relation, to destination: Destination) -> Node {
        .void("link", relation.attributes + destination.attributes.filter { $0.name.description == "href" })
    }

    /// What the target of a link is to the feed or the entry that holds it.
    public enum Relation: Sendable {
        /// The feed itself.
        case itself
        /// The same as a page.
        case page
        /// A page that tells more.
        case related
    }
}

extension Atom.Relation {
    fileprivate var attributes: [Attribute] {
        let html = Attribute("type", static: "text/html")
        return switch self {
        case .itself: [Attribute("rel", static: "self"), Attribute("type", static: "application/atom+xml")]
        case .page: [Attribute("rel", static: "alternate"), html]
        case .related: [Attribute("rel", static: "related"), html]
        }
    }
}
