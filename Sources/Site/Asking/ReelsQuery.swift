import Markup
import Reels

/// What `GET /reels/performance` is asked.
struct ReelsQuery: Sendable {
    var cohorts: CohortQuery
    var filter: ReelFilter
    var order = RankingOrder.byScore
    var format: ReelsFormat
    /// Most reels in one answer; nil is all of them.
    var limit: Int?
    /// Where the page before ended.
    var cursor: PerformanceCursor?

    /// The most rows that can be asked for at once, and that JSON gives unasked.
    static let mostRows = 50_000

    static let parameters =
        CohortQuery.parameters + ReelFilter.parameters + RankingOrder.parameters
        + [Parameter.format, Parameter.limit, Parameter.cursor]

    /// Name and value of each parameter that is not at its default, in the canonical order.
    var fields: [(name: String, value: String)] {
        let rest: [(String, String?)] = [
            (Parameter.format, format == .json ? nil : format.rawValue),
            (Parameter.limit, limit.map { String($0) }),
            (Parameter.cursor, cursor?.text),
        ]
        return selection + rest.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The parameters that decide which reels are shown in which order.
    private var selection: [(name: String, value: String)] {
        cohorts.fields + filter.fields + order.fields(usual: .byScore)
    }

    /// The address in its canonical spelling.
    var address: SiteAddress {
        SiteAddress(segments: ["reels", "performance"], query: fields.map { ($0.name, $0.value) })
    }

    /// Fingerprint of what decides which reels are shown in which order; `limit` and `format` may change between pages.
    var question: UInt64 {
        var print = Fingerprint()
        for (name, value) in selection {
            print.add(name.utf8)
            print.add(value.utf8)
        }
        return print.value
    }
}

/// How reels are written.
enum ReelsFormat: String, CaseIterable, Sendable {
    case json
    /// A line of JSON a reel.
    case ndjson
    case csv
}

extension ReelsQuery {
    /// Reads a query; `now` is the latest instant that can be asked about.
    init(_ query: String, now: Instant) throws(Problem) {
        let parameters = try Parameters(strict: query, allowed: Self.parameters)
        cohorts = try CohortQuery(parameters, now: now)
        filter = try ReelFilter(parameters)
        order = try RankingOrder(parameters, usual: .byScore)
        format = try parameters.choice(Parameter.format) ?? .json
        limit = try parameters.count(Parameter.limit, in: 1...Self.mostRows)
        guard let text = parameters[Parameter.cursor] else { return }
        guard let cursor = PerformanceCursor(text) else {
            throw .impossible(Parameter.cursor, "is none that was given out here.")
        }
        guard continues(cursor) else {
            throw .impossible(Parameter.cursor, "belongs to other parameters; start again without it.")
        }
        self.cursor = cursor
    }

    /// Whether the cursor was given out for this query.
    private func continues(_ cursor: PerformanceCursor) -> Bool {
        cursor.question == question && cohorts.dataset ?? cursor.dataset == cursor.dataset
            && (cohorts.asOf == nil || cursor.clocks.values.allSatisfy { $0 == cohorts.asOf })
    }
}
