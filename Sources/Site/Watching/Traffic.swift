import Metrics
import System

/// How many requests came to each route, what became of them, and how long their answers took to make. Shared by all threads.
final class Traffic: Sendable {
    struct Count: Sendable {
        let route: String
        /// Whether they came to those who may wait for the database.
        let mayWait: Bool
        var statuses: [Int: Int64] = [:]
        var durations = LatencyHistogram()
    }

    /// By the route's place in the table, twice; those that found none come last.
    private let counts: Lock<[Count]>

    init() {
        let names = Site.routes.map(\.pattern.text) + ["other"]
        counts = Lock(names.flatMap { [Count(route: $0, mayWait: false), Count(route: $0, mayWait: true)] })
    }

    /// - Parameter nanoseconds: from the request to its whole answer.
    func note(_ request: Request, status: Int, nanoseconds: Int64) {
        let place = 2 * (Site.place(ofPath: request.path) ?? Site.routes.count) + (request.mayWait ? 1 : 0)
        counts.withLock { counts in
            counts[place].statuses[status, default: 0] += 1
            counts[place].durations.note(seconds: Double(nanoseconds) / 1e9)
        }
    }

    /// Of each route that was asked for.
    var byRoute: [Count] {
        counts.withLock { $0 }.filter { $0.durations.count > 0 }
    }
}

extension Site {
    private static let placesWithoutPlaceholder = Dictionary(
        routes.indices.map { (routes[$0].pattern.text, $0) }, uniquingKeysWith: min)

    /// Which line of the route table a path leads to, whatever the method. Its text is bounded, as a path is not.
    static func place(ofPath path: String) -> Int? {
        if let place = placesWithoutPlaceholder[path] { return place }
        // A path that cannot be read leads nowhere.
        guard let segments = try? Path.segments(of: path) else { return nil }
        return routes.firstIndex { $0.pattern.match(segments) != nil }
    }
}
