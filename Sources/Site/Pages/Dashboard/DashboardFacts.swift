import Markup
import Reels
import Scoring

/// The numbers of the window in a row. Platforms are never mixed in one median: where several are shown, each has its own.
struct DashboardFacts {
    let model: DashboardModel

    var view: Node {
        dl(.class("facts")) {
            Fact.view("Breaking out", breakouts, note: breakoutNote)
            Fact.view("Top performers", tops, note: topNote, isAmber: model.topCount > 0)
            div(.class("fact")) {
                dt { "Reels" }
                for window in Window.allCases { dd(.class("fact-row")) { count(window) } }
            }
            medians("Median views/h") { $0.medianViewsPerHour.map(Figures.velocity) }
            medians("Median engagement") { $0.medianEngagementRate.map(Figures.rate) }
            Fact.view("Channels", Figures.whole(model.channelCount), note: "with reels of \(window.words)")
        }
    }

    private var window: Window { model.context.query.window }

    private var breakouts: String? {
        model.isSmall ? nil : Figures.whole(model.confirmedCount) + Figures.unitSpace + "confirmed"
    }

    private var breakoutNote: String {
        model.isSmall
            ? "too few reels to tell"
            : Figures.count(model.candidateCount, "candidate", "candidates") + " beside"
    }

    private var tops: String? { model.isSmall ? nil : Figures.whole(model.topCount) }

    private var topNote: String {
        if model.isSmall { return "too few reels to tell" }
        guard model.topCount == 0, let highest = model.highestScore else { return "score of 95 or more" }
        return "none reaches 95, the best \(Figures.reached(highest))"
    }

    private func count(_ window: Window) -> Node {
        var query = model.context.query
        query.window = window
        return .group([
            a(to: .site(query.address("performance"))) { Figures.whole(model.count(window)) },
            small { "in " + window.words },
        ])
    }

    /// A number, or one of each platform.
    private func medians(_ name: String, _ median: (Cohort) -> String?) -> Node {
        guard model.cohorts.count > 1 else {
            return Fact.view(
                name, model.cohorts.first.flatMap(median),
                note: model.cohorts.first.map { "\($0.platform.displayName), \(window.words)" } ?? "no reel")
        }
        return div(.class("fact")) {
            dt { name }
            for cohort in model.cohorts {
                dd(.class("fact-row")) {
                    Node.known(median(cohort))
                    small { cohort.platform.displayName }
                }
            }
        }
    }
}
