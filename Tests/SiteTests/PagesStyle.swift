import FoundationEssentials
import Markup
import Site

extension Response {
    /// The body, with a link in place of the site's own style sheet where that stands in it: most tests ask about what a page
    /// says, and a change of looks alone changes no recording. A style of another's stays.
    var text: String {
        String(decoding: body, as: UTF8.self).replacing(Self.ownStyle, with: Self.link, maxReplacements: 1)
    }

    private static let link = "<link rel=\"stylesheet\" href=\"/css/shortpulse.css\"/>"

    private static let ownStyle: String = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../www/css/shortpulse.css")
        guard let sheet = try? Data(contentsOf: file) else { return link }
        return String(decoding: style(CompactStyle(of: Array(sheet))).render(), as: UTF8.self)
    }()
}
