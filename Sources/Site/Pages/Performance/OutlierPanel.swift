import Markup
import Scoring

/// Beside the scatter: the reels with by far the most views, and the fast ones that hide what would tell more.
struct OutlierPanel {
    let model: PerformanceModel

    var view: Node {
        div(.class("panel outliers")) {
            section(.ariaLabelledBy("outliers-title")) {
                div(.class("panel-head")) {
                    h2(.id("outliers-title")) { "Outliers" }
                    span(.class("panel-note")) { note(model.outliers.count, of: model.outlierCount) }
                }
                if model.outliers.isEmpty {
                    p(.class("empty")) { emptiness }
                } else {
                    list(model.outliers) { $0.viewMultiplier.map(Figures.multiplier) ?? Figures.unknown }
                }
            }
            fastHidden
        }
    }

    private var emptiness: String {
        if model.isSmall { return "Too few reels to call one an outlier." }
        return model.query.thresholds.isOpen
            ? "No reel stands out by its views." : "No outlier is above these thresholds."
    }

    @MarkupBuilder
    private var fastHidden: Node {
        if !model.fastHidden.isEmpty {
            section(.ariaLabelledBy("hidden-title")) {
                div(.class("panel-head")) {
                    h2(.id("hidden-title")) { "Fast, likes hidden" }
                    span(.class("panel-note")) {
                        note(model.fastHidden.count, of: model.fastHiddenCount, "range of the score")
                    }
                }
                list(model.fastHidden) { reel in
                    reel.scoreRange.map { Figures.reached($0.lowerBound) + "–" + Figures.reached($0.upperBound) }
                        ?? Figures.unknown
                }
                p(.class("panel-note")) {
                    "They gain views as breakouts do. Whether they engage cannot be known: the score lies between these."
                }
            }
        }
    }

    private func note(_ shown: Int, of count: Int, _ figure: String = "against the median") -> String {
        count > shown ? "\(Figures.whole(shown)) of \(Figures.whole(count)), \(figure)" : figure
    }

    private func list(_ reels: [ScoredReel], _ figure: @escaping (ScoredReel) -> String) -> Node {
        ol(.class("outlier-list")) {
            for reel in reels {
                li(.class("outlier")) {
                    reel.thumbnail
                    div {
                        reel.name(model.context.query, namesPlatform: model.mixesPlatforms)
                        reel.caption
                    }
                    div(.class("outlier-figure")) {
                        figure(reel)
                        small {
                            Figures.short(Double(reel.views))
                            span(.class("visually-hidden")) { " views" }
                        }
                    }
                }
            }
        }
    }
}
