import Markup
import Scoring

/// Stand-in until the pages exist.
enum PerformancePage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        document {
            title("Performance")
        } body: {
            p { "Performance, \(context.cohorts.reduce(0) { $0 + $1.count }) reels\(context.isStale ? ", stale" : "")" }
        }.render()
    }
}
