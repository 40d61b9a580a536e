public import Markup

extension GrowthCurve {
    /// The drawing with its legend, for a page. Its size comes from the style sheet; points and text keep theirs at every width.
    /// Once a page, since its ids are fixed.
    public var figure: Node {
        Markup.figure(.class("growth")) {
            legend
            div(.class("growth-frame")) {
                SVG.svg(
                    .class("growth-plot"), .width(.percent(100)), .height(320), .overflowVisible,
                    .ariaLabelledBy("growth-title"), .ariaDescribedBy("growth-desc")
                ) {
                    SVG.title(title, .id("growth-title"))
                    SVG.desc(summary, .id("growth-desc"))
                    axes
                    bandMarks
                    reelMarks
                }
            }
        }
    }

    /// What the marks mean. It leaves out what is not drawn.
    private var legend: Node {
        ul(.class("legend")) {
            entry("This reel") {
                SVG.line(x1: 0, y1: 10, x2: 28, y2: 10, .stroke(.color(colour)), .strokeWidth(2))
                SVG.circle(cx: 14, cy: 10, r: 4.5, .fill(.color(colour)))
            }
            if !band.isEmpty {
                entry("Median of the cohort at that age") {
                    SVG.line(
                        x1: 0, y1: 10, x2: 28, y2: 10, .stroke(.color(Palette.ash)), .strokeWidth(1.5), .dashes(5, 4))
                }
                entry("Its middle half") {
                    SVG.rect(x: 0, y: 3, width: 28, height: 14, .fill(.color(Palette.ash)), .fillOpacity(0.14))
                }
            }
        }
    }

    private func entry(_ words: String, @MarkupBuilder mark: () -> Node) -> Node {
        li {
            SVG.svg(.class("legend-mark"), .width(28), .height(20), .ariaHidden) { mark() }
            span { words }
        }
    }

    var colour: StaticString { isTop ? Palette.amber : Palette.teal }
}
