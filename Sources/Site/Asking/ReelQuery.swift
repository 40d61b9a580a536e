import Markup
import Reels

/// Which reel is asked about, as of which instant and in which window.
struct ReelQuery: Sendable {
    let key: ReelKey
    /// Of the reel's own platform.
    let cohorts: CohortQuery

    /// What `init` takes from an address; the path names the platform.
    static let parameters = CohortQuery.parameters.filter { $0 != Parameter.platform }

    /// The address of the answer for programs.
    var address: SiteAddress {
        var query = cohorts
        query.platform = nil
        return query.address("reels", key.platform.rawValue, key.reelID)
    }
}

extension ReelQuery {
    /// Reads the platform and the identifier in `path`, and the parameters; `now` is the latest instant that can be asked about.
    init(path: [String], _ parameters: Parameters, now: Instant) throws(Problem) {
        guard path.count == 2, let platform = Platform(rawValue: path[0]) else { throw .noReel }
        key = ReelKey(reelID: path[1], platform: platform)
        var cohorts = try CohortQuery(parameters, now: now)
        cohorts.platform = platform
        self.cohorts = cohorts
    }
}

extension Problem {
    /// Nobody has seen a reel of that name.
    static let noReel = Problem(404, "No reel of this name was ever observed by then.")
}
