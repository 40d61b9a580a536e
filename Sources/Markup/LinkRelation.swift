/// What a linked file is to the page.
public enum LinkRelation: Sendable {
    case stylesheet
    /// An SVG.
    case icon
    /// The page's own address without what does not matter.
    case canonical
    /// An Atom feed.
    case feed
}

extension LinkRelation {
    var attributes: [Attribute] {
        switch self {
        case .stylesheet: [Attribute("rel", static: "stylesheet")]
        case .icon: [Attribute("rel", static: "icon"), Attribute("type", static: "image/svg+xml")]
        case .canonical: [Attribute("rel", static: "canonical")]
        case .feed: [Attribute("rel", static: "alternate"), Attribute("type", static: "application/atom+xml")]
        }
    }
}
