import FoundationEssentials
import Site
import Testing

/// A page as it was when somebody last looked at it and found it right.
///
/// `SHORTPULSE_RECORD=1 swift test` writes what is answered now in place of what was recorded; look at it before you keep it.
enum PageSnapshot {
    static func expect(_ response: Response, isLike name: String) throws {
        let written = Data(response.text.utf8)
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["SHORTPULSE_RECORD"] == "1" { try written.write(to: file) }
        let recorded = try Data(contentsOf: file)
        #expect(written == recorded, "differs from Snapshots/\(name)")
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
}
