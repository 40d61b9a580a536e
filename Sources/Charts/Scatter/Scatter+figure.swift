public import Markup

extension Scatter {
    /// The drawing with its legend and its sentences, for a page. Its size comes from the style sheet; points and text keep
    /// theirs at every width. Once a page, since its ids are fixed.
    public var figure: Node {
        Markup.figure(.class("scatter")) {
            legend
            div(.class("scatter-frame", hasLane ? "scatter-frame-lane" : nil)) {
                SVG.svg(
                    .class("scatter-plot"), .width(.percent(100)), .height(540), .overflowVisible,
                    .ariaLabelledBy("scatter-title"), .ariaDescribedBy("scatter-desc")
                ) {
                    names
                    plot
                }
            }
            figcaption(.class("scatter-notes")) {
                for sentence in sentences { p { sentence } }
            }
        }
    }

    var names: Node {
        .group([SVG.title(title, .id("scatter-title")), SVG.desc(summary, .id("scatter-desc"))])
    }

    /// Axes and points in a drawing whose width and height are 100 hundredths each.
    @MarkupBuilder
    var plot: Node {
        axes
        cellMarks
        tails
        laneMarks
        pointMarks
        captions
        if isEmpty {
            SVG.text(
                x: .percent(50), y: .percent(50), .class("scatter-empty"), decoration, .anchor(.middle),
                .fill(.color(Palette.ash)), .fontSize(14)
            ) { "Nothing to draw" }
        }
    }
}
