public import Reels

extension Cohort {
    /// Scores the reels of `states` published in `window` before `states.asOf`.
    ///
    /// Source of every formula: ``Formulas``. Cost: a sort of each of three metrics and one of the ranks.
    public init(of states: ReelStates, window: Window) {
        let members = Self.members(of: states, window: window)
        let metrics = Metrics(of: members, in: states)
        let order = Self.rankOrder(members: members, metrics: metrics, states: states)
        let sortedViews = members.map { states.views[Int($0)] }.sorted()

        platform = states.platform
        self.window = window
        asOf = states.asOf
        self.states = states
        rows = order.map { members[$0] }
        ages = order.map { metrics.ages[$0] }
        viewsPerHour = order.map { metrics.viewsPerHour[$0] }
        engagementRates = order.map { metrics.engagementRates[$0] }
        viewsPercentiles = order.map { metrics.viewsPercentiles[$0] }
        velocityPercentiles = order.map { metrics.velocityPercentiles[$0] }
        engagementPercentiles = order.map { metrics.engagementPercentiles[$0] }
        scores = order.map { metrics.scores[$0] }
        medianViews = Formulas.quantile(0.5, ofSorted: sortedViews)
        firstQuartileViews = Formulas.quantile(0.25, ofSorted: sortedViews)
        thirdQuartileViews = Formulas.quantile(0.75, ofSorted: sortedViews)
    }

    /// Rows with `asOf - window <= publish time <= asOf`.
    private static func members(of states: ReelStates, window: Window) -> [Int32] {
        let earliest = states.asOf.advanced(byMicroseconds: -window.microseconds)
        return states.publishTime.indices.compactMap { row in
            (earliest...states.asOf).contains(states.publishTime[row]) ? Int32(row) : nil
        }
    }

    /// Places in `members` by score descending (null last), views descending, then key ascending: a total order.
    private static func rankOrder(members: [Int32], metrics: Metrics, states: ReelStates) -> [Int] {
        members.indices.sorted { left, right in
            let (leftScore, rightScore) = (metrics.scores[left], metrics.scores[right])
            if leftScore.isNaN != rightScore.isNaN { return rightScore.isNaN }
            if leftScore != rightScore, !leftScore.isNaN { return leftScore > rightScore }
            let (leftRow, rightRow) = (Int(members[left]), Int(members[right]))
            if states.views[leftRow] != states.views[rightRow] { return states.views[leftRow] > states.views[rightRow] }
            return states.reelID.utf8(leftRow).lexicographicallyPrecedes(states.reelID.utf8(rightRow))
        }
    }
}

/// The metrics of a cohort's members, in the members' order. NaN stands for null here and nowhere outside Scoring.
private struct Metrics {
    var ages: [Int64] = []
    var viewsPerHour: [Double] = []
    var engagementRates: [Double] = []
    var viewsPercentiles: [Double] = []
    var velocityPercentiles: [Double] = []
    var engagementPercentiles: [Double] = []
    var scores: [Double] = []

    init(of members: [Int32], in states: ReelStates) {
        for row in members.lazy.map(Int.init) {
            let age = Formulas.age(publishedAt: states.publishTime[row], asOf: states.asOf)
            ages.append(age)
            viewsPerHour.append(Formulas.viewsPerHour(views: states.views[row], age: age))
            let rate = Formulas.engagementRate(
                likes: states.likes[row].value, comments: states.comments[row].value,
                sharesOrSaves: states.sharesOrSaves[row].value, views: states.views[row])
            engagementRates.append(rate ?? .nan)
        }
        viewsPercentiles = Self.percentiles(keys: members.map { UInt64(states.views[Int($0)]) })
        velocityPercentiles = Self.percentiles(keys: viewsPerHour.map(Ranking.key))
        engagementPercentiles = Self.percentiles(keys: engagementRates.map { $0.isNaN ? nil : Ranking.key($0) })
        scores = members.indices.map { place in
            Formulas.performanceScore(
                engagement: engagementPercentiles[place], velocity: velocityPercentiles[place],
                views: viewsPercentiles[place])
        }
    }

    private static func percentiles(keys: [UInt64?]) -> [Double] {
        let (counts, known) = Ranking.countsOfSmaller(keys: keys)
        return counts.map { $0 < 0 ? .nan : Formulas.percentile(smaller: Int($0), of: known) }
    }
}
