import FoundationEssentials
import Markup
import System

/// How a page comes by the site's style sheet.
enum StyleSheet {
    /// As a file, which the browser keeps for all pages.
    case linked
    /// In the page itself, so that a browser paints the site's frame before it has read the rest: with a file alone it waits,
    /// has read all by then, and lays all of it out before the first paint. Costs 8 kB compressed each time, so only for pages
    /// that are large and kept encoded. Their answers carry ``sourceField``.
    case inlined

    /// What belongs into the head.
    var inHead: Node {
        switch self {
        case .linked: .group([link(.stylesheet, to: SiteAddress("css", "shortpulse.css")), Self.refinements])
        case .inlined: style(Self.own)
        }
    }

    /// What stands before the page's content: a browser reads on when it has it, and paints meanwhile what it has read.
    var inBody: Node {
        switch self {
        case .linked: .nothing
        case .inlined: Self.refinements
        }
    }

    private static let refinements = link(.stylesheet, to: SiteAddress("css", "refinements.css"))

    /// Names the inlined sheet to nginx, which lets it into the content policy and keeps the field to itself. The policy so
    /// always fits the page, whichever version of the program or of nginx's configuration is older.
    static let sourceField = (name: sourceFieldName, value: "sha256-" + digest)
    static let sourceFieldName = "ShortPulse-Style"

    private static let own = CompactStyle(of: PackageResources.shortpulse_css)
    private static let digest = Data(SHA256.digest(own.css)).base64EncodedString()
}
