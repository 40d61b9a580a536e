/// Where a link leads. An address from outside becomes a link only as one of these.
public enum Destination: Hashable, Sendable {
    /// A page of ours.
    case site(SiteAddress)
    /// A page of somebody else. The browser is told to pass on neither our page's address nor a handle to it.
    case external(ExternalAddress)
    /// The element of the same page with this id.
    case fragment(String)

    var attributes: [Attribute] {
        switch self {
        case .site(let address): [Attribute("href", text: address.text)]
        case .external(let address):
            [Attribute("href", text: address.text), Attribute("rel", static: "noreferrer")]
        case .fragment(let id): [Attribute("href", text: "#" + PercentEncoding.encode(id))]
        }
    }
}
