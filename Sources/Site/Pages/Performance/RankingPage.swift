import Scoring

/// The rows of the table: one page of the reels that the query shows, in its order.
struct RankingPage {
    /// Rows a page.
    static let length = 50

    let ranking: Ranked
    /// Places in ``ranking`` of the rows shown.
    let places: [Int]
    /// Reels that the query shows, on all pages together.
    let matching: Int
    /// Reels of the cohorts, shown or not.
    var count: Int { ranking.count }
    /// Rows on the pages before.
    let start: Int

    init(_ context: PageContext, _ query: PerformanceQuery) {
        ranking = context.ranking(query.order)
        start = (query.page - 1) * Self.length
        guard !query.filter.isOpen else {
            matching = ranking.count
            places = Array((start..<start + Self.length).clamped(to: 0..<ranking.count))
            return
        }
        var (places, matching) = ([Int](), 0)
        for place in ranking.indices where query.filter.admits(ranking[place]) {
            if matching >= start, places.count < Self.length { places.append(place) }
            matching += 1
        }
        self.places = places
        self.matching = matching
    }

    /// The reels shown.
    var reels: some Sequence<ScoredReel> { places.lazy.map { ranking[$0] } }

    /// Number of pages; 0 where nothing is shown.
    var pages: Int { (matching + Self.length - 1) / Self.length }

    /// The numbers of the rows, counted from 1: `51–100`.
    var span: String { "\(Figures.whole(start + 1))–\(Figures.whole(start + places.count))" }
}
