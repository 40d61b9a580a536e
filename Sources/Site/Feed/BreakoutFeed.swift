import Markup
import Reels
import Scoring

/// `GET /performance.atom`: the reels that break out, for feed readers.
///
/// It holds what is listed now and not only what is new, so that a reader that asks once a day misses nothing that lasts. A
/// reel is one entry for as long as it is known: one that leaves the list and comes back, as reels seen by chance do, is not
/// announced twice. Hence its identifier is made of window, platform and reel and of no instant.
///
/// Nothing is taken from the request but the query: an address made of its `Host` would let one client write the links of all
/// who are answered from a cache. The site knows no name of its own, so links to it are relative to the feed's address; a
/// reader that cannot resolve them has the platform's own address, which is absolute.
struct BreakoutFeed {
    let context: PageContext
    /// Those that entered the list with the newest run, then the others as they were seen, the latest first.
    let reels: [ScoredReel]

    /// More than anybody reads at a time; a reader keeps those that it has seen.
    private static let mostEntries = 50

    static func respond(_ call: Call) throws -> Response {
        let now = call.site.now()
        let parameters = try Parameters(lenient: call.request.query, allowed: CohortQuery.parameters)
        let query = try CohortQuery(parameters, now: now)
        return try call.respond(about: query, at: query.address(path: [fileName]), now: now) { context in
            Answer(contentType: "application/atom+xml; charset=utf-8", body: BreakoutFeed(context).view.render())
        }
    }

    static let fileName = "performance.atom"

    init(_ context: PageContext) {
        self.context = context
        let query = context.query
        let ranking = context.edition.ranking(window: query.window, platform: query.platform, order: .byState)
        let new = context.newBreakouts
        let listed = ranking.prefix { $0.breakoutState?.isListed == true }.prefix(Self.mostEntries)
        // Those that are equally new keep the order of the list.
        reels = listed.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let (oneIsNew, otherIsNew) = (new.contains(one.key), new.contains(other.key))
            guard oneIsNew == otherIsNew else { return oneIsNew }
            return (one.scrapedAt, right.offset) > (other.scrapedAt, left.offset)
        }.map(\.element)
    }
}

extension PageContext {
    /// What entered the list with the newest run.
    fileprivate var newBreakouts: Set<ReelKey> {
        let changes = cohorts.flatMap { snapshot.changes(window: query.window, platform: $0.platform) }
        return Set(changes.filter { $0.kind == .newBreakout }.map(\.key))
    }
}
