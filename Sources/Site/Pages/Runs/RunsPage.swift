import Markup
import Reels

/// The runs as a table, newest first.
struct RunsPage {
    let slice: RunsSlice
    let now: Instant
    let environment: String

    private static let errorLimit = 140

    /// The whole page as UTF-8.
    var html: [UInt8] {
        Shell(title: "Runs", environment: environment).html {
            header(.class("page-head")) {
                h1 { "Runs" }
                p(.class("lead")) { "Every ingestion of live data, newest first. The sample is none of them." }
            }
            section(.class("panel")) {
                if slice.runs.isEmpty {
                    empty
                } else {
                    h2(.class("visually-hidden")) { "Runs by start" }
                    table
                }
                foot
            }
        }
    }

    @MarkupBuilder
    private var empty: Node {
        if slice.query.cursor == nil {
            div(.class("panel-head")) { h2 { "Nothing has been ingested yet" } }
            div(.class("prose")) { FirstSteps.view }
        } else {
            p(.class("empty")) { "There is no older run." }
        }
    }

    private var table: Node {
        Markup.table(.class("runs")) {
            Markup.caption(.class("visually-hidden")) { "Runs by start" }
            Self.head
            tbody {
                for run in slice.runs { row(run) }
            }
        }
    }

    private static let head = thead {
        tr {
            th(.column) { "Started" }
            th(.column) { "State" }
            th(.column) { "Feed" }
            th(.column, .class("number")) { "Duration" }
            th(.column, .class("number")) { "Received" }
            th(.column, .class("number")) { "Observed" }
            th(.column, .class("number")) { "Duplicate" }
            th(.column, .class("number")) { "Rejected" }
            th(.column, .class("number")) { "Cost" }
        }
    }

    private func row(_ run: Run) -> Node {
        tr(run.state.isActive ? .class("row-active") : .absent) {
            th(.row, .class("cell-start")) { a(to: .site(RunID.address(run.id))) { run.startedAt.element } }
            td(.class("cell-state")) {
                span(run.stateClasses) { run.stateWords }
                error(run)
            }
            td(.class("cell-feed")) {
                run.feedName
                if let platform = run.platform { small { platform.displayName } }
            }
            td(.class("number cell-duration"), .cellLabel("Duration")) { .known(run.duration(now: now)) }
            count(run, run.counts.received, .cellLabel("Received"))
            count(run, run.counts.observed, .cellLabel("Observed"))
            count(run, run.counts.duplicate, .cellLabel("Duplicate"))
            count(run, run.counts.rejected, .cellLabel("Rejected"))
            td(.class("number cell-cost"), .cellLabel("Cost")) { .known(run.costWords) }
        }
    }

    /// What becomes of an item is known when the run ends.
    private func count(_ run: Run, _ number: Int64, _ label: Attribute) -> Node {
        td(.class("number cell-count"), label) { .known(run.state.isActive ? nil : Figures.whole(number)) }
    }

    @MarkupBuilder
    private func error(_ run: Run) -> Node {
        if let error = ShownText(run.error, limit: Self.errorLimit) { bdi(.class("run-error")) { error.text } }
    }

    @MarkupBuilder
    private var foot: Node {
        if slice.next != nil || slice.query.cursor != nil {
            p(.class("table-foot", "page-links")) {
                if let next = slice.next {
                    a(to: .site(slice.query.following(next).address), .class("button")) { "Older runs" }
                }
                if slice.query.cursor != nil {
                    a(to: .site(RunsQuery(limit: slice.query.limit).address), .class("button")) { "Newest runs" }
                }
            }
        }
    }
}

extension Run {
    /// The feed's name, or the source where there is none.
    var feedName: Node {
        shownFeed.map { feed in bdi { feed.text } } ?? .text(sourceWords)
    }

    fileprivate var stateClasses: Attribute {
        if state.isActive { return .class("state state-active") }
        return state == .succeeded ? .class("state") : .class("state state-other")
    }
}
