import Reels

/// The reels of one platform published in a window, in the ascending order of each metric. None of the metrics depends on the
/// window, so that the orders of a narrower window are those of a wider one with fewer reels.
struct CohortOrders {
    let window: Window
    let states: ReelStates
    /// Rows of ``states``, those of the narrowest window first: the members in a narrower window are a prefix. A reel's place in
    /// here is what the orders name it by.
    let members: [Int32]
    /// Has every member.
    let views: MetricOrder
    /// Has every member.
    let velocity: MetricOrder
    /// Has the members whose likes are known.
    let engagement: MetricOrder

    /// Sorts the reels of `states` published in `window` before `states.asOf`.
    init(of states: ReelStates, window: Window, with sorter: inout RadixSorter) {
        self.init(of: states, window: window, members: Self.members(of: states, window: window), with: &sorter)
    }

    /// Sorts the reels in `members`, which are rows of `states`.
    init(of states: ReelStates, window: Window, members: [Int32], with sorter: inout RadixSorter) {
        self.window = window
        self.states = states
        self.members = members
        views = MetricOrder(of: members.map { UInt64(states.views[Int($0)]) }, by: .wholeNumbers, with: &sorter)
        velocity = MetricOrder(of: members.map { MetricOrder.key(states.viewsPerHour(Int($0))) }, with: &sorter)
        engagement = MetricOrder(of: members.map { MetricOrder.key(states.engagementRate(Int($0))) }, with: &sorter)
    }

    /// The part of `wider` that was published in `window`, which must not reach further back.
    init(_ wider: CohortOrders, narrowedTo window: Window) {
        self.window = window
        states = wider.states
        let earliest = states.asOf.advanced(byMicroseconds: -window.microseconds)
        let count = wider.members.firstIndex { wider.states.publishTime[Int($0)] < earliest } ?? wider.members.count
        members = Array(wider.members.prefix(count))
        views = wider.views.filtered { $0 < count }
        velocity = wider.velocity.filtered { $0 < count }
        engagement = wider.engagement.filtered { $0 < count }
    }

    private static func members(of states: ReelStates, window: Window) -> [Int32] {
        var members = [Int32](repeating: 0, count: states.count + 1)
        var target = members.mutableSpan
        var count = 0
        var latest = states.asOf
        for width in Window.allCases where width.days <= window.days {
            let earliest = states.asOf.advanced(byMicroseconds: -width.microseconds)
            // Without a branch, which nobody could foretell: a row that is left out is written over by the next.
            for (row, publishTime) in states.publishTime.enumerated() {
                target[count] = Int32(truncatingIfNeeded: row)
                count += publishTime >= earliest && publishTime <= latest ? 1 : 0
            }
            latest = earliest.advanced(byMicroseconds: -1)
        }
        members.removeLast(members.count - count)
        return members
    }
}
