import Charts
import Markup
import Reels
import Scoring

/// The reel's views over its age, against its cohort.
struct GrowthPanel {
    let model: ReelModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "Growth" }
                span(.class("panel-note")) { note }
            }
            if curve.points.isEmpty {
                p(.class("empty")) { "It was never seen at an age that is known." }
            } else {
                curve.figure
                p(.class("panel-note growth-note")) { comparison + coverage }
            }
        }
    }

    private var note: String {
        let cohort = "\(model.key.platform.displayName), \(model.bandWindow.words)"
        return curve.band.isEmpty ? "nothing to compare with at its age" : "against \(cohort)"
    }

    private var curve: GrowthCurve {
        GrowthCurve(
            title: "Views over age, \(model.title)", summary: "\(course) \(comparison)",
            points: model.comparable.map(point), band: (model.band?.points ?? []).map(GrowthCurve.Quartiles.init),
            isTop: model.standing?.isTopPerformer ?? false)
    }

    private func point(_ sighting: ShownSighting) -> GrowthCurve.Point {
        GrowthCurve.Point(
            age: model.age(sighting), views: sighting.views,
            words: [
                Figures.count(sighting.views, "view", "views"), Figures.age(hours: model.age(sighting)) + " old",
                sighting.scrapedAt.shown,
            ])
    }

    private var course: String {
        guard let first = model.comparable.first, let last = model.comparable.last else { return "Never seen." }
        let end = "\(Figures.count(last.views, "view", "views")) at \(Figures.age(hours: model.age(last)))"
        guard model.comparable.count > 1 else { return "Seen once: \(end)." }
        let start = "\(Figures.count(first.views, "view", "views")) at \(Figures.age(hours: model.age(first)))"
        return "Seen \(Figures.whole(model.comparable.count)) times: \(start), \(end)."
    }

    /// What the cohort had at the age nearest to the last sighting's.
    private var comparison: String {
        guard let last = model.comparable.last, let point = nearest(to: model.age(last)) else {
            return
                "Fewer than \(GrowthBand.fewestReels) reels of the window were seen at that age, so there is no band."
        }
        let range = "\(Figures.velocity(point.firstQuartile)) to \(Figures.velocity(point.thirdQuartile))"
        return "At about that age the median of \(Figures.count(point.reels, "reel", "reels")) was "
            + "\(Figures.velocity(point.median)) views, the middle half had \(range)."
    }

    /// Why their number is another one than beside the pace for age.
    private var coverage: String {
        curve.band.isEmpty
            ? ""
            : " The band counts who was seen near one of the ages it is drawn at, the pace for age who was seen near this reel’s."
    }

    private func nearest(to age: Double) -> GrowthBand.Point? {
        let points = model.band?.points ?? []
        let near = points.filter { (0.8...1.25).contains($0.hours / age) }
        return near.min { max($0.hours / age, age / $0.hours) < max($1.hours / age, age / $1.hours) }
    }
}

extension GrowthBand.Point {
    fileprivate var hours: Double { Double(age) / Formulas.microsecondsPerHour }
}

extension GrowthCurve.Quartiles {
    fileprivate init(_ point: GrowthBand.Point) {
        self.init(age: point.hours, first: point.firstQuartile, median: point.median, third: point.thirdQuartile)
    }
}
