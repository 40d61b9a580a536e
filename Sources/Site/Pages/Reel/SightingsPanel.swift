import Markup
import Reels
import Scoring

/// Every observation of the reel, the newest first, with what it gained from each to the next.
struct SightingsPanel {
    let model: ReelModel

    /// A reel that is seen every six hours for four months.
    private static let shownCount = 500

    var view: Node {
        section(.class("panel"), .id("observations"), .focusableByLink) {
            div(.class("panel-head")) {
                h2 { "Observations" }
                span(.class("panel-note")) { "newest first; gains since the observation before" }
            }
            table(.class("sightings")) {
                Markup.caption(.class("visually-hidden")) { "Observations by time" }
                Self.head
                tbody {
                    for place in shown.reversed() { row(place) }
                }
            }
            foot
        }
    }

    private var shown: Range<Int> {
        max(0, model.sightings.count - Self.shownCount)..<model.sightings.count
    }

    private static let head = thead {
        tr {
            th(.column) { "Seen" }
            for name in ["Age", "Views", "Gain", "Gain/h", "Likes", "Comments", "Shares", "Saves"] {
                th(.column, .class("number")) { name }
            }
        }
    }

    private func row(_ place: Int) -> Node {
        let sighting = model.sightings[place]
        let gain = place == 0 ? nil : Gain(from: model.sightings[place - 1], to: sighting)
        let seen = sighting.observation
        return tr {
            th(.row) { sighting.scrapedAt.element }
            cell("Age", model.age(sighting) < 0 ? nil : Figures.age(hours: model.age(sighting)))
            cell("Views", Figures.whole(sighting.views))
            cell("Gain", gain.map { ($0.views > 0 ? "+" : "") + Figures.whole($0.views) })
            cell("Gain/h", gain?.perHour)
            cell("Likes", seen?.likes.map { Figures.whole($0) })
            cell("Comments", seen?.comments.map { Figures.whole($0) })
            cell("Shares", seen?.shares.map { Figures.whole($0) })
            cell("Saves", seen?.saves.map { Figures.whole($0) })
        }
    }

    private func cell(_ name: StaticString, _ figure: String?) -> Node {
        td(.class("number"), .cellLabel(name)) { Node.known(figure) }
    }

    @MarkupBuilder
    private var foot: Node {
        if shown.lowerBound > 0 {
            p(.class("panel-note table-foot")) {
                "These are the newest \(Self.shownCount) of \(Figures.whole(model.sightings.count)). All of them are in "
                a(to: .site(model.findings.query.address)) { "the JSON" }
                "."
            }
        }
        if Set(model.sightings.map(\.viewsSource)).count > 1 {
            p(.class("panel-note table-foot")) {
                "Not all of its views were counted in the same way, or at a time that is known: "
                "gains stand only between those that compare."
            }
        }
    }
}

/// What a reel gained between two observations.
private struct Gain {
    let views: Int64
    let perHour: String?

    /// Nil where the two counts do not compare.
    init?(from earlier: ShownSighting, to later: ShownSighting) {
        guard let source = later.viewsSource, source == earlier.viewsSource else { return nil }
        let (views, overflow) = later.views.subtractingReportingOverflow(earlier.views)
        let time = later.scrapedAt.microseconds(since: earlier.scrapedAt)
        guard !overflow, time > 0 else { return nil }
        self.views = views
        perHour =
            views < 0 ? nil : Figures.velocity(Double(views) * Formulas.microsecondsPerHour / Double(time))
    }
}
