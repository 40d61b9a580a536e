import Markup
import Reels

/// What `GET /performance` is asked: everything that the page shows follows from it and from the data.
struct PerformanceQuery: Sendable, Equatable {
    var cohorts: CohortQuery
    /// Which of their reels are shown.
    var filter = ReelFilter()
    /// In which order the table has them.
    var order = RankingOrder.byState
    /// How the scatter is divided.
    var scale = ScatterScale.percentile
    /// What the scatter has across.
    var across = ScatterAcross.velocity
    /// Which part of the table is shown, counted from 1.
    var page = 1

    /// Beyond it nobody reads.
    static let lastPage = 500

    /// What `init` takes from an address.
    static let parameters =
        CohortQuery.parameters + ReelFilter.parameters + RankingOrder.parameters
        + [Parameter.minimumEngagementPercent, Parameter.axes, Parameter.across, Parameter.page]

    /// Name and value of each parameter that is not at its default, in the canonical order.
    var fields: [(name: String, value: String)] { cohorts.fields + ownFields }

    /// Those beside the cohorts'.
    var ownFields: [(name: String, value: String)] {
        let rest: [(String, String?)] = [
            (Parameter.axes, scale == .percentile ? nil : scale.rawValue),
            (Parameter.across, across == .velocity ? nil : across.rawValue),
            (Parameter.page, page == 1 ? nil : String(page)),
        ]
        return filter.fields + order.fields(usual: .byState)
            + rest.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The address of the page at `path` with this query, in its canonical spelling.
    func address(_ path: String..., fragment: String? = nil) -> SiteAddress {
        SiteAddress(segments: path, query: fields.map { ($0.name, $0.value) }, fragment: fragment)
    }

    /// What the lists and the scatter show. A cell of the scatter narrows the table alone: the picture around it stays.
    var thresholds: ReelFilter {
        var filter = filter
        filter.cell = nil
        return filter
    }

    /// The same question with something changed. The table begins anew.
    func changed(_ change: (inout PerformanceQuery) -> Void) -> PerformanceQuery {
        var query = self
        query.page = 1
        change(&query)
        return query
    }
}

extension PerformanceQuery {
    /// Reads the parameters; `now` is the latest instant that can be asked about.
    init(_ parameters: Parameters, now: Instant) throws(Problem) {
        cohorts = try CohortQuery(parameters, now: now)
        filter = try ReelFilter(parameters)
        filter.minimumEngagementRate = try Self.formRate(parameters) ?? filter.minimumEngagementRate
        order = try RankingOrder(parameters, usual: .byState)
        scale = try parameters.choice(Parameter.axes) ?? .percentile
        across = try parameters.choice(Parameter.across) ?? .velocity
        page = try parameters.count(Parameter.page, in: 1...Self.lastPage) ?? 1
    }
    /// The least engagement rate, where the form asks for one.
    private static func formRate(_ parameters: Parameters) throws(Problem) -> MinimumRate? {
        guard let text = parameters[Parameter.minimumEngagementPercent] else { return nil }
        guard let rate = MinimumRate(percent: text) else {
            throw .impossible(Parameter.minimumEngagementPercent, "must be a decimal number such as 2.5, not negative.")
        }
        return rate
    }
}
