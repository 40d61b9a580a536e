import FoundationEssentials
import System

/// Files of the same videos, seen again and again: of each sighting the views tell which it was.
struct SmallFeed: Sendable {
    private let folder: String
    let reels = 400
    private let published = Self.text(.now.addingTimeInterval(-86_400))

    init(in folder: String) throws {
        self.folder = folder
        for sighting in 1...4 {
            let items = (1...reels).map { item($0, sighting) }
            try File.write(Array("[\(items.joined(separator: ","))]".utf8), to: path(sighting))
        }
    }

    /// Of the command that imports the sighting of that number.
    func arguments(_ sighting: Int) -> [String] {
        ["import", path(sighting), "--observed-at", Self.text(.now.addingTimeInterval(Double(sighting) * 60 - 600))]
    }

    /// What a list of it contains, and no other.
    func views(_ sighting: Int) -> String { #""views":\#(reels * 1_000 + sighting)"# }

    private func path(_ sighting: Int) -> String { "\(folder)/sighting-\(sighting).json" }

    private func item(_ reel: Int, _ sighting: Int) -> String {
        """
        {"id": "\(7_400_000_000_000_000_000 + reel)", "text": "video \(reel) \(String(repeating: "made up ", count: 100))",
         "createTimeISO": "\(published)", "webVideoUrl": "https://www.tiktok.com/@maker/video/\(7_400_000_000_000_000_000 + reel)",
         "authorMeta": {"name": "maker"}, "videoMeta": {"duration": 12}, "isSlideshow": false,
         "playCount": \(reel * 1_000 + sighting), "diggCount": \(reel * reel), "commentCount": \(reel),
         "shareCount": \(reel), "collectCount": 0}
        """
    }

    private static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
