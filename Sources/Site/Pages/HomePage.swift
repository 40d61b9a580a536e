import Markup
import Scoring

/// Stand-in until the pages exist.
enum HomePage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        document {
            title("Home")
        } body: {
            p { "Home, \(context.cohorts.reduce(0) { $0 + $1.count }) reels" }
        }.render()
    }
}
