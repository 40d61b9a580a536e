import Reels
import Scoring

/// All that a page may know. A page is a function of it and of nothing else: no clock, no I/O; only therefore can a
/// page be kept and shown again.
struct PageContext: Sendable {
    /// The installation's name for itself.
    let environment: String
    /// Hours between ingestions.
    let intervalHours: Int
    /// Whether ingestions come by themselves at that interval.
    let ingestsByItself: Bool
    /// Whether an operator token is configured, so that asking for an ingestion can succeed.
    let acceptsRunRequests: Bool
    /// What the address asks for.
    let query: CohortQuery
    /// The data shown, with what was made from them.
    let edition: Edition
    /// The sample is shown though nobody asked for it, since there is no live data yet.
    let isSampleByDefault: Bool
    /// The live data of the present is older than two intervals. False of the sample and of a past as-of.
    let isStale: Bool
    /// The page's path names the platform, so that no parameter does.
    var namesPlatformInPath = false

    /// The data shown, of all platforms; in it each platform's as-of.
    var snapshot: Snapshot { edition.snapshot }

    /// Which data are shown.
    var dataset: Dataset { snapshot.dataset }

    /// The cohorts that the query asks for, in the order of the platforms' names.
    var cohorts: [Cohort] { snapshot.cohorts(window: query.window, platform: query.platform) }

    /// No as-of was named: the page speaks of the present, and may show the data's age and the next run.
    var isOfPresent: Bool { query.asOf == nil }

    /// The newest as-of of the platforms shown; nil where there is no data.
    var asOf: Instant? { query.asOf ?? cohorts.map(\.asOf).max() }

    /// There is data to show the time of: of a past before all observations there is none.
    var knowsReels: Bool {
        isOfPresent || snapshot.cohorts(window: .longest, platform: nil).contains { $0.count > 0 }
    }

    /// When the next ingestion is due; nil of the sample, of the past, where there is no data, and where data comes by imports
    /// alone.
    var nextRunDue: Instant? {
        guard isOfPresent, dataset == .live, ingestsByItself else { return nil }
        return asOf?.advanced(byMicroseconds: Int64(intervalHours) * Microseconds.hour)
    }
}
