import Markup
import Reels
import Scoring

/// `GET /reels/performance`: the scored reels as JSON, JSON lines or CSV.
enum ReelsPerformance {
    static func respond(_ call: Call) throws -> Response {
        let query = try ReelsQuery(call.request.query, now: call.site.now())
        let evidence = try call.site.evidence(for: query)
        let isOfPresent = query.cohorts.asOf == nil && query.cursor == nil
        return try call.respond(
            from: evidence.edition, key: query.address.text, freshness: evidence.freshness,
            lasting: isOfPresent ? .until(nil) : .unknown
        ) {
            let page = try ReelsPage(of: evidence.edition, query: query)
            return switch query.format {
            case .json: page.json
            case .ndjson: page.jsonLines
            case .csv: page.csv
            }
        }
    }
}

extension Site {
    /// A page after another is answered from the clocks of the first, whatever has happened since.
    fileprivate func evidence(for query: ReelsQuery) throws -> Evidence {
        guard let cursor = query.cursor else { return try evidence(for: query.cohorts) }
        let current = snapshots.current(cursor.dataset)?.snapshot.clocks
        // Cursors come from strangers: none of ours lies in the future.
        let now = now()
        guard cursor.clocks == current || cursor.clocks.values.allSatisfy({ $0 <= now }) else {
            throw Problem.impossible(Parameter.cursor, "is none that was given out here.")
        }
        return try evidence(cursor.dataset, clocks: cursor.clocks)
    }
}
