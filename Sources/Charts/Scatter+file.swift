public import Markup

extension Scatter {
    /// The drawing as an SVG file of its own: 860 by 770 pixels, with title, legend and sentences drawn in it.
    public var file: Node {
        SVG.file(
            SVG.svg(
                .viewBox(width: Self.fileWidth, height: Self.fileHeight), .width(.units(Self.fileWidth)),
                .height(.units(Self.fileHeight)), .role("group"), .ariaLabelledBy("scatter-title"),
                .ariaDescribedBy("scatter-desc"), .fontFamily(Self.fonts)
            ) {
                names
                SVG.rect(x: 0, y: 0, width: .percent(100), height: .percent(100), .fill(.color(Palette.graphite)))
                SVG.text(x: 32, y: 36, .fill(.color(Palette.ash)), .fontSize(18), .fontWeight(600)) { title }
                SVG.inner(
                    x: .units(Self.plotLeft), y: .units(Self.plotTop), width: .units(Self.plotWidth),
                    height: .units(Self.plotHeight), .overflowVisible
                ) { plot(withTips: false) }
                fileLegend
                fileNotes
            })
    }

    /// Two entries a row: how wide their words are depends on the font.
    @MarkupBuilder
    private var fileLegend: Node {
        for (index, entry) in legendEntries.enumerated() {
            let left = Self.plotLeft + Self.plotWidth / 2 * Double(index % 2)
            SVG.g(.moved(x: left, y: Self.legendTop + 24 * Double(index / 2))) {
                entry.mark
                SVG.text(x: .units(entry.width + 8), y: 14, .fill(.color(Palette.ash)), .fontSize(12)) { entry.words }
            }
        }
    }

    @MarkupBuilder
    private var fileNotes: Node {
        for (index, sentence) in sentences.enumerated() {
            SVG.text(
                x: .units(Self.plotLeft), y: .units(Self.notesTop + 18 * Double(index)), .fill(.color(Palette.ash)),
                .fontSize(12)
            ) { sentence }
        }
    }

    private static let fonts: StaticString = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
    // Pixels.
    private static let fileWidth = 860.0
    private static let fileHeight = 770.0
    private static let plotLeft = 64.0
    private static let plotTop = 84.0
    private static let plotWidth = 760.0
    private static let plotHeight = 500.0
    private static let legendTop = 640.0
    private static let notesTop = 712.0
}
