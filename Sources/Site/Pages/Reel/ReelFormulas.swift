import Markup
import Reels
import Scoring

/// Where each number comes from: its formula with this reel's numbers in it, for whoever computes it anew.
struct ReelFormulas {
    let model: ReelModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "How its score is made" }
                span(.class("panel-note")) { note }
            }
            dl(.class("formulas")) {
                for (name, formula, result) in rows {
                    div {
                        dt { name }
                        dd {
                            span { formula }
                            strong { "= " + result }
                        }
                    }
                }
            }
            p(.class("panel-note formulas-foot")) { foot }
        }
    }

    private typealias Row = (name: String, formula: String, result: String)

    private var reel: ScoredReel { model.reel }

    private var note: String {
        model.standing.map { "among \(Figures.count($0.cohort.count, "reel", "reels")) of \(model.window.words)" }
            ?? "no score in these \(model.window.words)"
    }

    private var rows: [Row] {
        [velocity, engagement] + (model.standing.map(standing) ?? [])
    }

    private var velocity: Row {
        (
            "Views an hour",
            "\(Figures.whole(reel.views)) views ÷ \(Figures.exact(reel.hoursSincePublish)) h",
            Figures.exact(reel.viewsPerHour)
        )
    }

    private var engagement: Row {
        guard let likes = reel.likes, let rate = reel.engagementRate else {
            return ("Engagement", "likes are hidden", "not known")
        }
        let shared = reel.sharesOrSaves ?? 0
        let isSaved = !reel.knowsShares && reel.sharesOrSaves != nil
        let sum = [
            Figures.count(likes, "like", "likes"), Figures.count(reel.comments ?? 0, "comment", "comments"),
            isSaved ? Figures.count(shared, "save", "saves") : Figures.count(shared, "share", "shares"),
        ].joined(separator: " + ")
        return (
            "Engagement", "(\(sum)) ÷ \(Figures.count(reel.views, "view", "views"))",
            Rounded(rate, decimals: 4)?.description ?? Figures.unknown
        )
    }

    private func standing(_ reel: ScoredReel) -> [Row] {
        [
            percentile("Velocity percentile", reel.viewsPerHourPlace, reel.viewsPerHourPercentile),
            reel.engagementRatePlace.flatMap { place in
                reel.engagementRatePercentile.map { percentile("Engagement percentile", place, $0) }
            },
            percentile("Views percentile", reel.viewsPlace, reel.viewsPercentile),
            score(reel),
        ].compactMap { $0 }
    }

    private func percentile(_ name: String, _ place: PercentilePlace, _ value: Double) -> Row {
        let formula =
            place.count == 1
            ? "the only reel" : "100 × \(Figures.whole(place.smaller)) ÷ (\(Figures.whole(place.count)) − 1)"
        return (name, formula, Figures.exact(value))
    }

    private func score(_ reel: ScoredReel) -> Row {
        let (velocity, views) = (
            Figures.exact(reel.viewsPerHourPercentile), Figures.exact(reel.viewsPercentile)
        )
        guard let engagement = reel.engagementRatePercentile, let score = reel.performanceScore else {
            let range = reel.scoreRange.map { Figures.exact($0.lowerBound) + " to " + Figures.exact($0.upperBound) }
            return (
                "Score", "0.45 × (0 to 100) + 0.40 × \(velocity) + 0.15 × \(views)", range ?? Figures.unknown
            )
        }
        return (
            "Score", "0.45 × \(Figures.exact(engagement)) + 0.40 × \(velocity) + 0.15 × \(views)",
            Figures.exact(score)
        )
    }

    private var foot: String {
        let unknown = [reel.comments == nil ? "comments" : nil, reel.sharesOrSaves == nil ? "shares" : nil]
            .compactMap { $0 }
        let zero = unknown.isEmpty ? "" : "Unknown \(unknown.joined(separator: " and ")) count 0. "
        return zero + "A percentile is 100 × the reels with a strictly smaller value ÷ the other reels whose value is "
            + "known. Numbers are rounded as they are written here, and not before they are used."
    }
}
