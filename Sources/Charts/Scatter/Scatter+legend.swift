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
        let drawn = points + lane
        return [
            drawn.contains(where: \.isFresh) ? .fresh : nil, drawn.allSatisfy(\.isFresh) ? nil : .unseen,
            drawn.contains(where: isAmber) ? .topPerformer : nil,
            points.contains { $0.caption != nil && $0.origin != nil && $0.origin != $0.place } ? .tail : nil,
            drawn.isEmpty ? nil : .views(crowding: crowding), cells.isEmpty && laneCells.isEmpty ? nil : .cells,
        ].compactMap { $0 }
    }
}
