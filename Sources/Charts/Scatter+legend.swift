import Markup

extension Scatter {
    /// What the marks mean. It leaves out what this drawing does not show.
    var legend: Node {
        ul(.class("legend")) {
            for entry in legendEntries {
                li {
                    SVG.svg(.class("legend-mark"), .width(.units(entry.width)), .height(20), .ariaHidden) { entry.mark }
                    span { entry.words }
                }
            }
        }
    }

    var legendEntries: [LegendEntry] {
        if points.isEmpty { return [] }
        return hasBreakoutQuadrant ? [.reel, .topPerformer, .breakout, .views] : [.reel, .views]
    }
}

/// A mark, 20 pixels high, and what it means.
struct LegendEntry {
    let width: Double
    let words: String
    let mark: Node

    private static let teal = Attribute.fill(.color(Palette.teal))
    private static let amber = Attribute.fill(.color(Palette.amber))

    static let reel = LegendEntry(width: 20, words: "Reel", mark: SVG.circle(cx: 10, cy: 10, r: 6, teal))

    static let topPerformer = LegendEntry(
        width: 20, words: "Top performer: score 95 or more",
        mark: .group([
            SVG.circle(cx: 10, cy: 10, r: 8.5, .fill(.none), .stroke(.color(Palette.amber))),
            SVG.circle(cx: 10, cy: 10, r: 5, amber),
        ]))

    static let breakout = LegendEntry(
        width: 20, words: "Breakout: velocity 80 or more, engagement 70 or more",
        mark: SVG.rect(
            x: 2.5, y: 3.5, width: 15, height: 13, teal, .fillOpacity(0.2), .stroke(.color(Palette.teal)), .dashes(3, 3)
        ))

    /// Views of the three example points.
    private static let exampleViews: [Int64] = [1, 1_000, 1_000_000]

    static let views = LegendEntry(
        width: 56, words: "Area by views: 1, 1 k, 1 M",
        mark: .group(
            exampleViews.enumerated().map { index, views in
                let place = 8 + 19 * Double(index)
                return SVG.circle(
                    cx: .units(place), cy: 10, r: .units(ScatterPoint.radius(views: views)), teal, .fillOpacity(0.7))
            }))
}
