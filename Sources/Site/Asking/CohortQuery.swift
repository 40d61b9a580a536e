import Markup
import Reels
import Scoring

/// Which cohorts are asked for. Every page takes these parameters and no others, so that links between pages keep
/// what the reader chose; the API takes them too.
struct CohortQuery: Sendable, Equatable {
    /// How far back the cohorts reach.
    var window = Window.week
    /// The one platform that is asked for; nil is all of them.
    var platform: Platform?
    /// The instant asked about; nil is the present.
    var asOf: Instant?
    /// The data set asked for; nil is live data, or the sample while there is none.
    var dataset: Dataset?

    /// What `init` takes from an address.
    static let parameters = [Parameter.window, Parameter.platform, Parameter.asOf, Parameter.dataset]

    /// The parameters that are not at their defaults, in the canonical order: for links and hidden fields of forms.
    var fields: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            (Parameter.window, window == .week ? nil : window.rawValue),
            (Parameter.platform, platform?.rawValue),
            (Parameter.asOf, asOf?.iso8601),
            (Parameter.dataset, dataset?.rawValue),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The same question of the present.
    var present: CohortQuery {
        var query = self
        query.asOf = nil
        return query
    }

    /// The address of the page at `path` with this query, in its canonical spelling.
    func address(_ path: String...) -> SiteAddress {
        address(path: path)
    }

    /// The same for a path in segments.
    func address(path: [String]) -> SiteAddress {
        SiteAddress(segments: path, query: fields.map { ($0.name, $0.value) })
    }
}

extension CohortQuery {
    /// Reads the parameters; `now` is the latest instant that can be asked about.
    init(_ parameters: Parameters, now: Instant) throws(Problem) {
        window = try parameters.choice(Parameter.window) ?? .week
        platform = try parameters.choice(Parameter.platform)
        dataset = try parameters.choice(Parameter.dataset)
        asOf = try parameters.instant(Parameter.asOf, notAfter: now)
    }
}
