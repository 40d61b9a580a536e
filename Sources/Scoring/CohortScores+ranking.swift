package import Reels

extension CohortScores {
    /// Scores the reels of `states` published in `window` before `states.asOf`.
    ///
    /// Source of every formula: ``Formulas``. Cost: four radix sorts, of the three metrics and of the score, linear in the reels.
    package init(of states: ReelStates, window: Window) {
        var sorter = RadixSorter(capacity: states.count)
        self.init(CohortOrders(of: states, window: window, with: &sorter), with: &sorter)
    }

    /// Scores all reels of `states`, whenever they were published.
    init(ofAll states: ReelStates) {
        var sorter = RadixSorter(capacity: states.count)
        let members = Array(0..<Int32(states.count))
        self.init(CohortOrders(of: states, window: .longest, members: members, with: &sorter), with: &sorter)
    }

    /// Scores `states` in every window, the longest first. The metrics are sorted once, for the longest.
    package static func ofEveryWindow(_ states: ReelStates) -> [CohortScores] {
        var sorter = RadixSorter(capacity: states.count)
        var orders = CohortOrders(of: states, window: .longest, with: &sorter)
        return Window.allCases.sorted { $0.days > $1.days }.map { window in
            if window != orders.window { orders = CohortOrders(orders, narrowedTo: window) }
            return CohortScores(orders, with: &sorter)
        }
    }

    private init(_ orders: CohortOrders, with sorter: inout RadixSorter) {
        let metrics = CohortMetrics(orders)
        let scores = MetricOrder(of: metrics.scoreKeys(), with: &sorter)
        let unscored = orders.views.filtered(metrics.hidesLikes)
        var order: [Int32] = []
        order.reserveCapacity(orders.members.count)
        Self.append(scores, of: orders, to: &order)
        Self.append(unscored, of: orders, to: &order)
        self.init(orders, order: order, metrics: CohortMetrics(metrics, in: order))
    }

    /// Appends the places of `ascending`, the largest value first; of equal ones the more viewed, then the lower key.
    private static func append(_ ascending: MetricOrder, of orders: CohortOrders, to order: inout [Int32]) {
        let tie = TieOrder(orders)
        var firstOfTie = order.count
        for step in ascending.steps.reversed() {
            order.append(Int32(truncatingIfNeeded: step.place))
            guard step.isLarger else { continue }
            if order.count - firstOfTie > 1 { order[firstOfTie...].sort { tie.isOrdered($0, before: $1) } }
            firstOfTie = order.count
        }
    }
}

/// The order of reels with equal scores. An object, since a closure that holds columns copies them at every turn.
private final class TieOrder {
    private let members: [Int32]
    private let views: [Int64]
    private let reelID: DictionaryColumn

    init(_ orders: CohortOrders) {
        members = orders.members
        views = orders.states.views
        reelID = orders.states.reelID
    }

    /// Whether the reel at one place is viewed more often than that at another, or as often and has the lower key.
    func isOrdered(_ left: Int32, before right: Int32) -> Bool {
        let (left, right) = (Int(members[Int(left)]), Int(members[Int(right)]))
        return views[left] == views[right] ? reelID.isOrdered(left, before: right) : views[left] > views[right]
    }
}
