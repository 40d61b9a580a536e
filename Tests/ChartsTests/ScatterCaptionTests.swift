import Charts
import Markup
import Sample
import Testing

@Suite struct ScatterCaptionTests {
    /// A caption as it is written: a box in pixels from a place.
    private struct Box {
        let x: Double
        let y: Double
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double
        let isNarrow: Bool

        func overlaps(_ other: Box, width: Double, height: Double) -> Bool {
            let (mine, its) = (x * width / 100, other.x * width / 100)
            let (level, itsLevel) = (y * height / 100, other.y * height / 100)
            return mine + left < its + other.right && its + other.left < mine + right
                && level + top < itsLevel + other.bottom && itsLevel + other.top < level + bottom
        }
    }

    private static func boxes(_ drawing: String) -> [Box] {
        drawing.ranges(of: "class=\"caption").compactMap { found in
            let head = drawing[..<found.lowerBound].suffix(110)
            let tail = String(drawing[found.lowerBound...].prefix(500))
            guard let x = String(head).percents(of: "x").last, let y = String(head).percents(of: "y").last,
                let dx = tail.between("<text x=\"", "\"").flatMap(Double.init),
                let dy = tail.between("<text x=\"\(tail.between("<text x=\"", "\"") ?? "")\" y=\"", "\"").flatMap(
                    Double.init),
                let anchor = tail.between("text-anchor=\"", "\""),
                let words = tail.between("stroke-linejoin=\"round\">", "<")
            else { return nil }
            // Narrower than what the placement allows for, so that this is no copy of it.
            let width = Double(words.count) * 6.5
            let left = anchor == "start" ? dx : anchor == "end" ? dx - width : dx - width / 2
            return Box(
                x: x, y: y, left: left, right: left + width, top: dy - 10, bottom: dy + 3,
                isNarrow: !tail.hasPrefix("class=\"caption caption-wide"))
        }
    }

    @Test("captions never overlap, whatever the width", arguments: 0..<40)
    func overlaps(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let spread: Double = [1.0, 5, 30, 100].randomElement(using: &random) ?? 1
        let points = (0..<60).map { number in
            Cohort.point(
                "p\(number)", x: 100 - Double.random(in: 0...spread, using: &random),
                y: 100 - Double.random(in: 0...spread, using: &random), views: 100_000,
                caption: number < 8 ? "@creator.number.\(number)" : nil)
        }
        let boxes = Self.boxes(written(Cohort.scatter(points).figure))
        #expect(!boxes.isEmpty)
        for (index, box) in boxes.enumerated() {
            for other in boxes[..<index] {
                for (width, height) in [(540.0, 440.0), (800, 540), (1_080, 540)] {
                    #expect(!box.overlaps(other, width: width, height: height))
                }
                guard box.isNarrow && other.isNarrow else { continue }
                #expect(!box.overlaps(other, width: 280, height: 330))
            }
        }
    }

    @Test func `captions lie within the frame, and on a phone there are at most three`() {
        let corners = [(0.0, 0.0), (100, 100), (0, 100), (100, 0), (50, 50), (30, 60), (60, 20)]
        let points = corners.map { Cohort.point("p", x: $0.0, y: $0.1, caption: "@somebody.long") }
        let boxes = Self.boxes(written(Cohort.scatter(points).figure))
        #expect(boxes.count == corners.count)
        #expect(boxes.count(where: \.isNarrow) == 3)
        for box in boxes {
            let (x, y) = (box.x * 8, box.y * 5.4)
            #expect(x + box.left >= 0 && x + box.right <= 800 && y + box.top >= 0 && y + box.bottom <= 540)
        }
    }

    @Test func `captions are hidden from those who hear the page, and their text is only text`() {
        let drawing = written(Cohort.varied.figure)
        #expect(drawing.contains("<g class=\"captions\" aria-hidden=\"true\""))
        #expect(drawing.contains("stroke-linejoin=\"round\">&lt;b&gt;&amp;&quot;hostile&#39;</text>"))
    }
}
