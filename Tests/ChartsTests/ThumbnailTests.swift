import Charts
import Markup
import Testing

@Suite struct ThumbnailTests {
    static let examples = [
        thumbnail("a", .viewfinder), thumbnail("b", .beat), thumbnail("c", .play), thumbnail("d", .play, isTop: true),
    ]

    static func thumbnail(_ identifier: String, _ glyph: Thumbnail.Glyph, isTop: Bool = false) -> Thumbnail {
        Thumbnail(glyph: glyph, identifier: identifier, percentiles: [100, nil, 12.5], isTop: isTop)
    }

    @Test func `the same reel always gets the same picture, and another one another`() {
        #expect(written(Self.thumbnail("a", .play).drawing) == written(Self.thumbnail("a", .play).drawing))
        let pictures = Set((0..<200).map { written(Self.thumbnail("reel-\($0)", .play).drawing) })
        #expect(pictures.count > 190)
    }

    @Test func `bars stand for percentiles, an unknown one is faint`() {
        let drawing = written(Self.thumbnail("a", .play).drawing)
        #expect(drawing.contains("<rect x=\"12\" y=\"112\" width=\"18\" height=\"36\" rx=\"2\"/>"))
        #expect(drawing.contains("<rect x=\"36\" y=\"145\" width=\"18\" height=\"3\" rx=\"2\" opacity=\"0.4\"/>"))
        #expect(drawing.contains("<rect x=\"60\" y=\"143.5\" width=\"18\" height=\"4.5\" rx=\"2\"/>"))
    }

    @Test func `amber is for top performers`() {
        #expect(!written(Self.thumbnail("a", .play).drawing).contains("#F5B942"))
        #expect(written(Self.thumbnail("a", .play, isTop: true).drawing).contains("#F5B942"))
    }

    @Test func `thumbnails look as recorded`() throws {
        try Snapshot.expect(div { for example in Self.examples { example.drawing } }, isLike: "thumbnails.html")
    }
}
