import Charts
import Scoring

/// What one pass over the reels of the cohorts finds for their picture: how many lie where, and which are drawn one by one.
struct ScatterTally {
    /// A reel that may be drawn one by one.
    struct Pick {
        let cohort: Int
        let rank: Int
        let isConfirmed: Bool
    }

    let across: ScatterAcross
    /// Reels of each cell, row by row from below.
    private(set) var cells = [Int](repeating: 0, count: ScatterCell.count * ScatterCell.count)
    /// Reels of each column that hide their likes.
    private(set) var lane = [Int](repeating: 0, count: ScatterCell.count)
    /// Reels that have a place.
    private(set) var placed = 0
    /// Reels that have one across alone.
    private(set) var hidden = 0
    /// Reels that have none across.
    private(set) var unplaced = 0
    /// Reels with a place in cohorts that are large enough for flags.
    private(set) var rated = 0
    /// Those of them from the breakout line on, across, up, and both.
    private(set) var fast = 0
    private(set) var engaging = 0
    private(set) var breakouts = 0
    /// The confirmed of each cohort in its order, as many as can be drawn.
    private(set) var confirmed: [Pick] = []
    /// The others likewise.
    private(set) var others: [Pick] = []
    /// All that hide their likes.
    private(set) var hiddenPicks: [Pick] = []

    /// Counts those reels of `cohorts` that `filter` admits.
    init(_ cohorts: [Cohort], across: ScatterAcross, filter: ReelFilter) {
        self.across = across
        for number in cohorts.indices { add(cohorts[number], number: number, filter: filter) }
    }

    private mutating func add(_ cohort: Cohort, number: Int, filter: ReelFilter) {
        let columns = CohortColumns(cohort)
        let admitsAll = filter.isOpen
        let (firstConfirmed, firstOther) = (confirmed.count, others.count)
        for rank in 0..<columns.count where admitsAll || filter.admits(cohort[rank]) {
            guard let x = across.percentile(of: rank, in: columns) else {
                unplaced += 1
                continue
            }
            guard let y = columns.engagementPercentile(rank) else {
                hidden += 1
                lane[ScatterCell.index(of: x)] += 1
                hiddenPicks.append(Pick(cohort: number, rank: rank, isConfirmed: false))
                continue
            }
            count(x, y, isRated: !cohort.isSmall)
            let isConfirmed = columns.breakoutState(rank) == .confirmed
            if isConfirmed, confirmed.count - firstConfirmed < Scatter.drawnLimit {
                confirmed.append(Pick(cohort: number, rank: rank, isConfirmed: true))
            } else if !isConfirmed, others.count - firstOther < Scatter.drawnLimit {
                others.append(Pick(cohort: number, rank: rank, isConfirmed: false))
            }
        }
    }

    private mutating func count(_ x: Double, _ y: Double, isRated: Bool) {
        let (isFast, isEngaging) = (
            x >= Formulas.breakoutVelocityPercentile, y >= Formulas.breakoutEngagementPercentile
        )
        placed += 1
        cells[ScatterCell.index(of: y) * ScatterCell.count + ScatterCell.index(of: x)] += 1
        guard isRated else { return }
        rated += 1
        fast += isFast ? 1 : 0
        engaging += isEngaging ? 1 : 0
        breakouts += isFast && isEngaging ? 1 : 0
    }

    /// How many would be in the breakout quadrant if the fast were as often engaging as all are.
    var expectedBreakouts: Double {
        rated == 0 ? 0 : Double(fast) * Double(engaging) / Double(rated)
    }
}

extension ScatterAcross {
    /// 0 to 100; nil where the reel has none.
    func percentile(of rank: Int, in columns: CohortColumns) -> Double? {
        switch self {
        case .velocity: columns.velocityPercentile(rank)
        case .pace: columns.pacePercentile(rank)
        }
    }
}
