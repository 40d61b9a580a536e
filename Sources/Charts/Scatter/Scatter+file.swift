public import Markup

extension Scatter {
    /// The drawing as an SVG file of its own, 960 pixels wide, with title, legend and sentences drawn in it.
    public var file: Node {
        var alone = self
        alone.isAlone = true
        let notes = sentences.flatMap { Self.lines(of: $0) }
        let height = Self.plotTop + Self.plotHeight + laneRoom + 92 + legendHeight + 18 * Double(notes.count)
        return SVG.file(
            SVG.svg(
                .viewBox(width: Self.fileWidth, height: height), .width(.units(Self.fileWidth)),
                .height(.units(height)),
                .fontFamily(Self.fonts)
            ) {
                names
                SVG.rect(x: 0, y: 0, width: .percent(100), height: .percent(100), .fill(.color(Palette.graphite)))
                SVG.text(x: 24, y: 38, .fill(.color(Palette.ash)), .fontSize(18), .fontWeight(600)) { title }
                SVG.inner(
                    x: .units(Self.plotLeft), y: .units(Self.plotTop), width: .units(Self.plotWidth),
                    height: .units(Self.plotHeight), .overflowVisible
                ) { alone.plot }
                fileLegend(top: Self.plotTop + Self.plotHeight + laneRoom + 76)
                Self.text(notes, top: height - 18 * Double(notes.count))
            })
    }

    /// Two entries a row: how wide their words are depends on the font.
    private func fileLegend(top: Double) -> Node {
        .group(
            legendEntries.enumerated().map { index, entry in
                let left = Self.plotLeft + Self.plotWidth / 2 * Double(index % 2)
                return SVG.g(.moved(x: left, y: top + Self.legendRow * Double(index / 2))) {
                    entry.mark
                    SVG.text(x: .units(entry.width + 8), y: 14, .fill(.color(Palette.ash)), .fontSize(12)) {
                        entry.words
                    }
                }
            })
    }

    private var legendHeight: Double { Self.legendRow * Double((legendEntries.count + 1) / 2) + 12 }

    private static func text(_ lines: [String], top: Double) -> Node {
        SVG.g(.fill(.color(Palette.ash)), .fontSize(12)) {
            for (index, line) in lines.enumerated() {
                SVG.text(x: .units(plotLeft), y: .units(top + 18 * Double(index))) { line }
            }
        }
    }

    /// A sentence in lines that fit the drawing.
    private static func lines(of sentence: String) -> [String] {
        var lines: [String] = []
        for word in sentence.split(separator: " ") {
            if let last = lines.last, last.count + word.count < longestLine {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static let fonts: StaticString = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
    /// Characters.
    private static let longestLine = 125
    // Pixels.
    private static let fileWidth = 960.0
    private static let plotLeft = 72.0
    private static let plotTop = 96.0
    private static let plotWidth = 860.0
    private static let plotHeight = 540.0
    private static let legendRow = 24.0
}
