import Markup
import Reels
import Scoring

/// What is usual for a creator, and how far the reels of the window are from it.
struct CreatorFigures {
    let model: CreatorModel

    var view: Node {
        dl(.class("facts")) {
            Fact.view("Usual views", usual, note: "median of \(Figures.count(model.count, "reel", "reels")) of \(days)")
            Fact.view("Highest multiple", model.highestMultiplier.map(Figures.multiplier), note: multiplierNote)
            Fact.view("Twice the others or more", doubled, note: "reels of " + model.context.query.window.words)
            Fact.view("Breaking out", breakouts, note: "confirmed or candidates")
            Fact.view("Best score", best.map(Figures.reached), note: "among all reels of the window", isAmber: hasTop)
        }
    }

    private var days: String { Window.longest.words }

    private var usual: String? {
        model.usualViews.flatMap { Int64(exactly: $0.rounded(.toNearestOrEven)) }.map { Figures.whole($0) }
    }

    private var hasBaseline: Bool { model.count > CreatorMultipliers.fewestOtherReels }

    private var multiplierNote: String {
        hasBaseline
            ? "against the creator’s other reels"
            : "takes \(CreatorMultipliers.fewestOtherReels) other reels of \(days)"
    }

    private var doubled: String? { hasBaseline ? Figures.whole(model.doubledCount) : nil }

    private var breakouts: String? {
        guard model.reels.first?.cohort.isSmall == false else { return nil }
        return Figures.whole(model.reels.count { $0.breakoutState?.isListed == true })
    }

    private var best: Double? { model.reels.compactMap(\.performanceScore).max() }
    private var hasTop: Bool { model.reels.contains(where: \.isTopPerformer) }
}
