import Reels
import Scoring

/// Which reels of the cohorts are shown. It changes no ranks.
///
/// An unknown counter never satisfies a minimum: `min_likes=0` leaves out reels whose likes are hidden. Minima are
/// inclusive and are compared with unrounded values.
struct ReelFilter: Sendable, Equatable {
    var minimumViews: Int64?
    var minimumLikes: Int64?
    var minimumComments: Int64?
    var minimumEngagementRate: MinimumRate?
    /// Only outliers; `outliers=false` shows all, as leaving it out does. No reel of a small cohort is one.
    var outliersOnly = false
    /// Only reels of this part of the scatter.
    var cell: ScatterCell?

    /// What `init` takes from an address.
    static let parameters = [
        Parameter.minimumViews, Parameter.minimumLikes, Parameter.minimumComments, Parameter.minimumEngagementRate,
        Parameter.outliers, Parameter.cell,
    ]

    /// Whether `reel` is shown.
    func admits(_ reel: ScoredReel) -> Bool {
        if let least = minimumViews, reel.views < least { return false }
        if let least = minimumLikes, reel.likes ?? -1 < least { return false }
        if let least = minimumComments, reel.comments ?? -1 < least { return false }
        if let least = minimumEngagementRate, reel.engagementRate ?? -1 < least.value { return false }
        if let cell, !cell.holds(reel) { return false }
        return !outliersOnly || reel.isOutlier == true
    }

    /// Whether every reel is shown.
    var isOpen: Bool { self == ReelFilter() }

    /// ``admits(_:)``, which does not look at the reel where all are shown.
    var admission: (ScoredReel) -> Bool {
        isOpen ? { _ in true } : { self.admits($0) }
    }

    /// Name and value of each parameter that is not at its default, in the canonical order.
    var fields: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            (Parameter.minimumViews, minimumViews.map { String($0) }),
            (Parameter.minimumLikes, minimumLikes.map { String($0) }),
            (Parameter.minimumComments, minimumComments.map { String($0) }),
            (Parameter.minimumEngagementRate, minimumEngagementRate?.text),
            (Parameter.outliers, outliersOnly ? "true" : nil),
            (Parameter.cell, cell?.text),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension ReelFilter {
    /// Reads the parameters.
    init(_ parameters: Parameters) throws(Problem) {
        minimumViews = try parameters.count(Parameter.minimumViews, in: 0...Int64.max)
        minimumLikes = try parameters.count(Parameter.minimumLikes, in: 0...Int64.max)
        minimumComments = try parameters.count(Parameter.minimumComments, in: 0...Int64.max)
        if let text = parameters[Parameter.minimumEngagementRate] {
            guard let rate = MinimumRate(text) else {
                throw .impossible(
                    Parameter.minimumEngagementRate, "must be a decimal number such as 0.05, not negative.")
            }
            minimumEngagementRate = rate
        }
        outliersOnly = try parameters.flag(Parameter.outliers) ?? false
        if let text = parameters[Parameter.cell] {
            guard let cell = ScatterCell(text) else {
                throw .impossible(
                    Parameter.cell, "must be a cell of the scatter such as velocity-12-30, with numbers from 0 to 39.")
            }
            self.cell = cell
        }
    }
}
