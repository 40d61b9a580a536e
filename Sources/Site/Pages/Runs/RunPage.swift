import Markup
import Reels

/// One run: how far it has come or how it ended, what it brought, and what it cost.
struct RunPage {
    let run: Run
    let now: Instant
    let environment: String

    /// The whole page as UTF-8.
    var html: [UInt8] {
        Shell(title: run.stateWords + " · Run", environment: environment).html {
            header(.class("page-head")) {
                p(.class("page-path")) { a(to: .site(RunsQuery().address)) { "Runs" } }
                h1 { run.stateWords }
                status
            }
            failure
            section(.class("panel", run.state.isActive ? "panel-active" : nil)) {
                h2(.class("visually-hidden")) { run.state.isActive ? "How far it has come" : "How it ended" }
                RunSteps(run: run).view
                bar
                p { run.meaning }
                outlook
            }
            if !run.state.isActive { counts }
            particulars
        }
    }

    private var status: Node {
        ul(.class("status")) {
            li { strong { run.feedName } }
            if let platform = run.platform { li { platform.displayName } }
            li {
                run.state == .queued ? "asked for " : "started "
                run.startedAt.element
            }
            if let duration = run.durationWords(now: now) { li { duration } }
        }
    }

    @MarkupBuilder
    private var failure: Node {
        if let error = ShownText(run.error, limit: 1_000) {
            p(.class("banner", "banner-warning")) {
                strong { run.state.isActive ? "What happened so far:" : "What happened:" }
                span { bdi { error.text } }
            }
        } else if run.state == .failed {
            p(.class("banner", "banner-warning")) {
                strong { "No reason was recorded." }
                span { "The log of shortpulse-ingest may have one." }
            }
        }
    }

    /// Only while something is fetched of which the whole is known.
    @MarkupBuilder
    private var bar: Node {
        if run.stage == .fetching, let progress = run.progress, let total = progress.itemsTotal, total > 0 {
            let fetched = min(max(0, progress.itemsFetched), total)
            Markup.progress(Double(fetched), of: Double(total), .class("bar"), .ariaLabel("Items fetched")) {
                run.stateWords
            }
        }
    }

    @MarkupBuilder
    private var outlook: Node {
        if run.state.isActive {
            p(.class("panel-note")) { "This page renews itself until the run has ended." }
        } else if run.state == .failed {
            p {
                "Once the cause is put right, "
                code { run.source == .apify ? "shortpulse-ingest run" : "shortpulse-ingest import" }
                " tries again."
            }
        } else if run.state != .empty {
            p { a(to: .site(reels), .class("button button-primary")) { "See the reels" } }
        }
    }

    private var reels: SiteAddress {
        CohortQuery(platform: run.platform).address("performance")
    }

    /// The sum of three fates: the style sheet puts the signs between them.
    private var counts: Node {
        dl(.class("facts sum")) {
            fact("Received", run.counts.received)
            fact("Observed", run.counts.observed)
            fact("Duplicate", run.counts.duplicate)
            fact("Rejected", run.counts.rejected)
        }
    }

    private func fact(_ name: String, _ count: Int64) -> Node {
        div(.class("fact")) {
            dt { name }
            dd { Figures.whole(count) }
        }
    }

    private var particulars: Node {
        section(.class("panel")) {
            div(.class("panel-head")) { h2 { "Particulars" } }
            dl(.class("figures particulars")) {
                particular("Source") { run.sourceWords }
                if let feed = run.shownFeed { particular("Feed") { bdi { feed.text } } }
                particular("Platform") { .known(run.platform?.displayName) }
                particular("Started") { run.startedAt.elementToTheSecond }
                particular("Ended") { ended }
                if let scrapedAt = run.scrapedAt { particular("Data as of") { scrapedAt.elementToTheSecond } }
                if run.source == .apify {
                    particular("Cost") { .known(run.costWords) }
                    particular("Apify’s run") { name(run.apifyRunID) }
                }
                particular("Run") { name(run.id) }
            }
        }
    }

    private var ended: Node {
        run.state.isActive ? .text("not yet") : run.finishedAt.map(\.elementToTheSecond) ?? .known(nil)
    }

    private func particular(_ name: String, @MarkupBuilder _ value: () -> Node) -> Node {
        div {
            dt { name }
            dd { value() }
        }
    }

    private func name(_ text: String?) -> Node {
        ShownText(text, limit: 80).map { shown in code { bdi { shown.text } } } ?? .known(nil)
    }
}
