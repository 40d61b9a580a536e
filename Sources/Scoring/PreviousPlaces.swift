/// Where reels of a cohort stood in the plane of velocity and engagement as of the run before. Kept of the few that a picture
/// shows it of: all of them would take sixteen bytes a reel and window.
struct PreviousPlaces: Sendable {
    /// How many of each kind are kept.
    private static let kept = 256

    /// By row of the states.
    private let places: [Int32: PreviousPlace]

    /// Of the first of `cohort`'s ranks, of those of its reels that are news, and of those that were news in `earlier`.
    init(of cohort: Cohort, news: [Int32], in earlier: EarlierCohort) {
        let rows = [cohort.rows.prefix(Self.kept), news.prefix(Self.kept), earlier.news.prefix(Self.kept)].joined()
        var places: [Int32: PreviousPlace] = [:]
        for row in rows where earlier.ranks[Int(row)] >= 0 {
            let reel = earlier.cohort[Int(earlier.ranks[Int(row)])]
            places[row] = PreviousPlace(
                velocityPercentile: reel.viewsPerHourPercentile, engagementPercentile: reel.engagementRatePercentile)
        }
        self.places = places
    }

    /// Nil where it was in no cohort then, and where it is none of those.
    subscript(row: Int) -> PreviousPlace? { places[Int32(truncatingIfNeeded: row)] }
}

/// The percentiles of a reel as of the run before, in the cohort of that time.
public struct PreviousPlace: Sendable, Hashable {
    /// 0 to 100.
    public let velocityPercentile: Double
    /// 0 to 100; nil where likes were hidden.
    public let engagementPercentile: Double?
}
