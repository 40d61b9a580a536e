import Markup
import Reels
import Scoring

/// The ranked table: one page of the reels, in the order asked for.
struct RankingPanel {
    let model: PerformanceModel
    let page: RankingPage
    /// Reels that broke out since the run before.
    private let news: Set<ReelKey>

    init(_ model: PerformanceModel) {
        self.model = model
        page = RankingPage(model.context, model.query)
        news = model.changes.newBreakouts
    }

    var view: Node {
        section(.class("panel"), .id("ranking"), .focusableByLink, .ariaLabelledBy("ranking-title")) {
            div(.class("panel-head")) {
                h2(.id("ranking-title")) { "Ranking" }
                span(.class("panel-note")) { note }
            }
            if page.places.isEmpty {
                p(.class("empty")) {
                    page.matching == 0 ? "No reel is like that. " : "The list is shorter than that. "
                    a(to: .site(model.query.changed { $0.filter = ReelFilter() }.address("performance"))) {
                        "Show all reels"
                    }
                }
            } else {
                // Its own links lead the keyboard to every column: one more stop would only show the table's middle.
                div(.class("table-scroll"), .role("region"), .ariaLabel("Table of the ranking")) { rows }
                foot
            }
        }
    }

    private var note: String {
        let all = page.matching == page.count ? "" : " of \(Figures.whole(page.count))"
        return page.places.isEmpty
            ? page.matching == 0 ? "0\(all) reels" : "none of \(Figures.count(page.matching, "reel", "reels"))"
            : "\(page.span) of \(Figures.count(page.matching, "reel", "reels"))\(all == "" ? "" : " shown\(all)"); \(ranks)ages as of the data"
    }

    private var ranks: String { model.mixesPlatforms ? "ranks within each platform, " : "" }

    private var rows: Node {
        table(.class("ranking")) {
            Markup.caption(.class("visually-hidden")) { "Reels, " + model.query.order.words }
            thead { heading }
            tbody {
                for reel in page.reels { row(reel) }
            }
        }
    }

    private var heading: Node {
        tr {
            sortable("Rank", .rise, .class("rank"))
            th(.column) { "Reel" }
            sortable("Breakout", .breakoutState, .class("col-badges"))
            for column in RankingColumn.all { sortable(column.name, column.field, .class("number", column.kind)) }
        }
    }

    /// A heading that is a link: to this order, and where it is the present one to its reverse.
    private func sortable(_ name: StaticString, _ field: SortField?, _ attributes: Attribute) -> Node {
        guard let field else { return th(.column, attributes) { "\(name)" } }
        let order = model.query.order
        let isCurrent = order.field == field
        let target = RankingOrder(field: field, isAscending: isCurrent && !order.isAscending)
        let address = model.query.changed { $0.order = target }.address("performance", fragment: "ranking")
        return th(.column, attributes, isCurrent ? .sorted(isAscending: order.isAscending) : .absent) {
            a(to: .site(address)) {
                "\(name)"
                if isCurrent { span(.class("sort-mark"), .ariaHidden) { order.isAscending ? "▲" : "▼" } }
            }
        }
    }

    private func row(_ reel: ScoredReel) -> Node {
        tr(reel.isTopPerformer ? .class("row-top") : .absent) {
            td(.class("rank")) {
                Figures.whole(reel.rank + 1)
                RankChange.view(reel)
            }
            th(.row, .class("cell-reel")) {
                div(.class("reel")) {
                    reel.thumbnail
                    div {
                        reel.name(model.context.query, namesPlatform: model.mixesPlatforms)
                        reel.caption
                    }
                }
            }
            td(.class("cell-badges")) { reel.badges(isNew: news.contains(reel.key)) }
            for column in RankingColumn.all {
                td(.class("number", column.kind), .cellLabel(column.name)) { column.cell(reel) }
            }
        }
    }

    private var foot: Node {
        div(.class("table-foot")) {
            pager
            Downloads(model: model, page: page).view
        }
    }

    @MarkupBuilder
    private var pager: Node {
        if page.pages > 1 {
            nav(.class("pager"), .ariaLabel("Pages of the ranking")) {
                if model.query.page > 1 { step("First", to: 1) }
                if model.query.page > 2 { step("Previous", to: model.query.page - 1) }
                span { "Page \(Figures.whole(model.query.page)) of \(Figures.whole(page.pages))" }
                if model.query.page < min(page.pages, PerformanceQuery.lastPage) {
                    step("Next", to: model.query.page + 1)
                }
            }
        }
    }

    private func step(_ words: String, to number: Int) -> Node {
        let address = model.query.changed { $0.page = number }.address("performance", fragment: "ranking")
        return a(to: .site(address), .class("button")) { words }
    }
}
