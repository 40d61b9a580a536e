import Markup
import Reels
import Scoring

/// What is different since the last run: what began to break out, to gain speed again, and what has gone quiet.
struct ChangesPanel {
    let model: PerformanceModel

    private static let shownCount = 4
    /// Of the rest, which the reader has to ask for.
    private static let mostFolded = 50

    @MarkupBuilder
    var view: Node {
        if let since = model.changes.since {
            section(.class("panel changes"), .ariaLabelledBy("changes-title")) {
                div(.class("panel-head")) {
                    h2(.id("changes-title")) { "Since the last run" }
                    span(.class("panel-note")) {
                        "against what was known at "
                        since.element
                    }
                }
                div(.class("change-kinds")) {
                    kind(.newBreakout, "New", none: "has begun to break out.")
                    kind(.reaccelerating, "Re-accelerating", none: "has gained speed again.")
                    kind(.goneQuiet, "Gone quiet", none: "has broken out and gone quiet.")
                }
            }
        }
    }

    private var showsAll: Bool { model.query.thresholds.isOpen }

    private func kind(_ kind: Change.Kind, _ name: String, none: String) -> Node {
        let entries = model.changes.of(kind)
        return div(.class("change-kind")) {
            h3 {
                name + " "
                span(.class("count")) { Figures.whole(entries.count) }
            }
            if entries.isEmpty {
                p(.class("panel-note")) { (showsAll ? "No reel " : "No reel above these thresholds ") + none }
            } else {
                ul {
                    for entry in entries.prefix(Self.shownCount) { item(entry) }
                }
            }
            folded(entries.dropFirst(Self.shownCount))
        }
    }

    @MarkupBuilder
    private func folded(_ entries: ArraySlice<RunChanges.Entry>) -> Node {
        if !entries.isEmpty {
            details(.class("change-more")) {
                summary(.class("panel-note")) { "and \(Figures.whole(entries.count)) more" }
                ul {
                    for entry in entries.prefix(Self.mostFolded) { item(entry) }
                    if entries.count > Self.mostFolded {
                        li(.class("panel-note")) {
                            "\(Figures.whole(entries.count - Self.mostFolded)) others stand in the ranking."
                        }
                    }
                }
            }
        }
    }

    private func item(_ entry: RunChanges.Entry) -> Node {
        li {
            if let reel = entry.reel {
                reel.name(model.context.query, namesPlatform: model.mixesPlatforms)
            } else {
                a(
                    to: .site(ReelPage.address(of: entry.change.key, query: model.context.query)), .class("reel-name")
                ) {
                    span { bdi { ShownText(entry.change.key.reelID, limit: 40)?.text ?? "Reel" } }
                    small { entry.change.key.platform.displayName }
                }
            }
            p(.class("reason")) { reason(entry) }
        }
    }

    private func reason(_ entry: RunChanges.Entry) -> Node {
        guard let reel = entry.reel else { return .text("No longer in the window.") }
        switch entry.change.kind {
        case .newBreakout: return BreakoutReason(reel: reel).view
        case .reaccelerating: return .text(acceleration(reel))
        case .goneQuiet: return .text(quiet(reel))
        }
    }

    private func acceleration(_ reel: ScoredReel) -> String {
        let interval = reel.interval
        let now = Figures.short(interval?.viewsPerHour ?? 0)
        let times = Figures.factor(interval?.acceleration(publishTime: reel.publishTime) ?? 0)
        return "\(now)/h now, \(times) its average, \(Figures.age(hours: reel.hoursSincePublish)) old."
    }

    /// Which of the conditions of a breakout no longer holds.
    private func quiet(_ reel: ScoredReel) -> String {
        let percent = Figures.unitSpace + "%"
        if reel.viewsPerHourPercentile < Formulas.breakoutVelocityPercentile {
            return "Now faster than \(Figures.reached(reel.viewsPerHourPercentile))\(percent) of its cohort."
        }
        guard let engagement = reel.engagementRatePercentile else { return "Its likes are hidden now." }
        if engagement < Formulas.breakoutEngagementPercentile {
            return "Now more engaging than \(Figures.reached(engagement))\(percent) of its cohort."
        }
        guard reel.freshness.isFresh else {
            return "Not seen for \(Figures.days(hours: reel.freshness.seenHoursAgo))."
        }
        return "Its cohort has fewer than \(Formulas.smallestFlaggedCohort) reels now."
    }
}
