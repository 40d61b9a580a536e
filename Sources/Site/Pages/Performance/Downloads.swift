import Markup

/// Exactly the rows in view, and all that the query shows, as files.
struct Downloads {
    let model: PerformanceModel
    let page: RankingPage

    var view: Node {
        p(.class("downloads")) {
            if page.pages > 1 {
                span { "These \(Figures.count(page.places.count, "row", "rows")): " }
                links(limit: RankingPage.length, cursor: start)
                span { "All \(Figures.whole(page.matching)): " }
            } else {
                span { "These \(Figures.count(page.places.count, "row", "rows")): " }
            }
            links()
        }
    }

    @MarkupBuilder
    private func links(limit: Int? = nil, cursor: PerformanceCursor? = nil) -> Node {
        for (format, name) in [(ReelsFormat.csv, "CSV"), (.ndjson, "NDJSON"), (.json, "JSON")] {
            a(to: .site(address(format, limit, cursor))) { name }
            " "
        }
    }

    private func address(_ format: ReelsFormat, _ limit: Int?, _ cursor: PerformanceCursor?) -> SiteAddress {
        var query = ReelsQuery(cohorts: model.query.cohorts, filter: model.query.filter, format: format)
        query.order = model.query.order
        query.limit = limit
        query.cursor = cursor
        return query.address
    }

    /// Where the page begins, for an answer that holds its rows alone.
    private var start: PerformanceCursor? {
        guard let first = page.places.first, first > 0 else { return nil }
        var query = ReelsQuery(cohorts: model.query.cohorts, filter: model.query.filter, format: .csv)
        query.order = model.query.order
        return ReelsPage.cursor(of: query, model.context.snapshot, page.ranking, at: first)
    }
}
