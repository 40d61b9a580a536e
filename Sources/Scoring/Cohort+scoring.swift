public import Reels

extension Cohort {
    /// Scores the reels of `states` published in `window` before `states.asOf`.
    ///
    /// Source of every formula: ``Formulas``. Cost: a sort of each of three metrics and one of the ranks.
    public convenience init(of states: ReelStates, window: Window) {
        let members = Self.members(of: states, window: window)
        let metrics = CohortMetrics(of: members, in: states)
        let order = Self.rankOrder(members: members, metrics: metrics, states: states)
        self.init(
            window: window, states: states, rows: order.map { members[$0] }, metrics: metrics.reordered(by: order))
    }

    /// Rows with `asOf - window <= publish time <= asOf`.
    private static func members(of states: ReelStates, window: Window) -> [Int32] {
        let earliest = states.asOf.advanced(byMicroseconds: -window.microseconds)
        return states.publishTime.indices.compactMap { row in
            (earliest...states.asOf).contains(states.publishTime[row]) ? Int32(row) : nil
        }
    }

    /// Places in `members` by score descending (null last), views descending, then key ascending: a total order.
    private static func rankOrder(members: [Int32], metrics: CohortMetrics, states: ReelStates) -> [Int] {
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
