import Markup
import Reels
import Scoring

/// What has to be known before any number on a page is believed, each in a line of its own.
enum Banners {
    @MarkupBuilder
    static func all(_ context: PageContext, path: String...) -> Node {
        all(context, path: path)
    }

    /// The same for a path in segments; `kept` are parameters of the page beside those of its cohorts.
    @MarkupBuilder
    static func all(
        _ context: PageContext, path: [String], kept: [(name: String, value: String)] = []
    ) -> Node {
        sample(context)
        past(context, path, kept)
        unconfirmed(context)
        stale(context)
    }

    @MarkupBuilder
    private static func sample(_ context: PageContext) -> Node {
        if context.dataset == .sample {
            p(.class("banner")) {
                strong { "This is the sample." }
                span {
                    "Its reels and creators are invented. "
                    context.isSampleByDefault ? reasonOfDefault : "It is shown because it was asked for."
                }
            }
        }
    }

    private static let reasonOfDefault =
        "It is shown because there is no live data yet, and gives way to yours after the first run or import."

    @MarkupBuilder
    private static func past(
        _ context: PageContext, _ path: [String], _ kept: [(name: String, value: String)]
    ) -> Node {
        if let asOf = context.query.asOf {
            p(.class("banner")) {
                strong { "This is a look back." }
                span {
                    "All is shown as it was known at "
                    asOf.element
                    ". "
                    a(to: .site(context.address(path: path, asOf: nil, kept: kept))) { "To the present" }
                }
            }
        }
    }

    @MarkupBuilder
    private static func unconfirmed(_ context: PageContext) -> Node {
        if context.edition.isUnconfirmed {
            p(.class("banner", "banner-warning")) {
                strong { "The database is away." }
                span {
                    "It has not answered since the site was started. This is what was kept on disk before; what has come in "
                    "since then is here as soon as the database answers."
                }
            }
        }
    }

    @MarkupBuilder
    private static func stale(_ context: PageContext) -> Node {
        if context.isStale, let asOf = context.asOf {
            p(.class("banner", "banner-warning")) {
                strong { "The data is old." }
                span {
                    "Nothing newer than "
                    asOf.element
                    if context.ingestsByItself {
                        " has come in, though a run is due every \(context.intervalHours)\(Figures.unitSpace)hours. "
                        "What has broken out since is not here; "
                        a(to: .site(RunsQuery().address)) { "the runs" }
                        " say what happened."
                    } else {
                        " has come in. What has broken out since is not here until a newer dataset is imported."
                    }
                }
            }
        }
    }
}

extension PageContext {
    /// What the reader chose: a platform that the path names was not chosen, and no other page keeps it.
    var chosen: CohortQuery {
        var query = query
        if namesPlatformInPath { query.platform = nil }
        return query
    }

    /// The parameters of this page as of another instant, or of the present, in the canonical order.
    func fields(asOf: Instant?) -> [(name: String, value: String)] {
        var query = chosen
        query.asOf = asOf
        return query.fields
    }

    /// This page, at `path`, as of another instant, or of the present.
    func address(
        path: [String], asOf: Instant?, kept: [(name: String, value: String)] = []
    ) -> SiteAddress {
        SiteAddress(segments: path, query: (fields(asOf: asOf) + kept).map { ($0.name, $0.value) })
    }

    /// The same question of the present.
    var present: CohortQuery { query.present }
}
