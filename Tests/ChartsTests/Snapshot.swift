import FoundationEssentials
import Markup
import Testing

/// A drawing as it was when somebody last looked at it and found it right.
///
/// `SHORTPULSE_RECORD=1 swift test` writes what is drawn now in place of what was recorded; look at it before you keep it.
enum Snapshot {
    static func expect(_ node: Node, isLike name: String) throws {
        let written = Data(node.render())
        let file = testFolder.appending(path: "Snapshots/" + name)
        if ProcessInfo.processInfo.environment["SHORTPULSE_RECORD"] == "1" { try written.write(to: file) }
        let recorded = try Data(contentsOf: file)
        #expect(written == recorded, "differs from Snapshots/\(name)")
    }

    static func styleSheet() throws -> String {
        let file = testFolder.appending(path: "../../www/css/shortpulse.css")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    private static let testFolder = URL(filePath: #filePath).deletingLastPathComponent()
}
