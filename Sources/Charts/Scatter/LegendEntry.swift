import Markup

/// A mark, 20 pixels high, and what it means.
struct LegendEntry {
    let width: Double
    let words: String
    let mark: Node

    private static let teal = Attribute.fill(.color(Palette.teal))

    static let fresh = LegendEntry(
        width: 20, words: "Seen within a day", mark: SVG.circle(cx: 10, cy: 10, r: 6, teal, .fillOpacity(0.85)))

    static let unseen = LegendEntry(
        width: 20, words: "Not seen for a day",
        mark: SVG.circle(
            cx: 10, cy: 10, r: 6, .fill(.none), .stroke(.color(Palette.teal)), .strokeWidth(1.25)))

    static let topPerformer = LegendEntry(
        width: 20, words: "Top: score 95 or more",
        mark: .group([
            SVG.circle(cx: 10, cy: 10, r: 8.5, .fill(.none), .stroke(.color(Palette.amber))),
            SVG.circle(cx: 10, cy: 10, r: 5.5, .fill(.color(Palette.amber))),
        ]))

    static let tail = LegendEntry(
        width: 28, words: "From its place at the run before",
        mark: .group([
            SVG.line(
                x1: 4, y1: 15, x2: 21, y2: 7, .stroke(.color(Palette.teal)), .strokeWidth(1.75), .strokeOpacity(0.7)),
            SVG.circle(cx: 4, cy: 15, r: 2, teal, .fillOpacity(0.7)), SVG.circle(cx: 21, cy: 7, r: 5, teal),
        ]))

    /// Views of the three example points.
    private static let exampleViews: [Int64] = [1, 1_000, 1_000_000]

    static func views(crowding: Double) -> LegendEntry {
        LegendEntry(
            width: 56, words: "Area by views: 1, 1 k, 1 M",
            mark: .group(
                exampleViews.enumerated().map { index, views in
                    let radius = ScatterPoint.radius(views: views) * crowding
                    return SVG.circle(
                        cx: .units(8 + 19 * Double(index)), cy: 10, r: .units(radius), teal, .fillOpacity(0.7))
                }))
    }

    static let cells = LegendEntry(
        width: 16 * Double(CellStep.allCases.count),
        words: "Cells: fewer than by chance, as many, more",
        mark: .group(
            CellStep.allCases.map { step in
                SVG.rect(
                    x: .units(16 * Double(step.rawValue)), y: 4, width: 15, height: 12, step.fill, step.opacity)
            }))
}
