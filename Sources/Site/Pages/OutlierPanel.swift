import Markup
import Scoring

/// The reels with by far the most views, and how many hide what would tell more.
struct OutlierPanel {
    let model: PerformanceModel

    private static let shownCount = 10

    var view: Node {
        aside(.class("panel outliers"), .ariaLabel("Outliers")) {
            div(.class("panel-head")) {
                h2 { "Outliers" }
                span(.class("panel-note")) { note }
            }
            if model.outliers.isEmpty {
                p(.class("empty")) {
                    model.isSmall ? "Too few reels to call one an outlier." : "No reel stands out by its views."
                }
            } else {
                ol(.class("outlier-list")) {
                    for reel in model.outliers.prefix(Self.shownCount) { item(reel) }
                }
            }
            hiddenLikes
        }
    }

    private var note: String {
        let count = model.outlierCount
        return count > Self.shownCount
            ? "the first \(Self.shownCount) of \(Figures.whole(count)), by views" : "times the median, and views"
    }

    private func item(_ reel: ScoredReel) -> Node {
        li(.class("outlier")) {
            reel.thumbnail
            div {
                reel.name(namesPlatform: model.mixesPlatforms)
                reel.caption
            }
            div(.class("outlier-figure")) {
                reel.viewMultiplier.map(Figures.multiplier) ?? Figures.unknown
                small {
                    Figures.whole(reel.views)
                    span(.class("visually-hidden")) { " views" }
                }
            }
        }
    }

    @MarkupBuilder
    private var hiddenLikes: Node {
        if model.fastHiddenCount > 0 {
            p(.class("panel-note outliers-foot")) {
                strong { Figures.whole(model.fastHiddenCount) + " fast, likes hidden. " }
                model.fastHiddenCount == 1
                    ? "Its views grow as those of a breakout do; whether it engages cannot be known."
                    : "Their views grow as those of breakouts do; whether they engage cannot be known."
            }
        }
    }
}
