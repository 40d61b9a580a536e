public import Reels

/// How a run ended, for the operator.
public struct RunReport: Sendable {
    /// The run as stored.
    public let run: Run
    /// What its items were.
    public let tally: ItemTally

    /// One line of figures, and one for each cause of rejection.
    public var lines: [String] {
        let counts = run.counts
        let sum =
            "received \(counts.received) = \(counts.observed) observed + \(counts.duplicate) duplicate + \(counts.rejected) rejected"
        let causes = tally.rejections.sorted { $0.key < $1.key }.map { code, rejection in
            "  rejected \(rejection.count) \(code): \(rejection.example)"
        }
        return [sum + remark] + causes
    }

    private var remark: String {
        if run.counts.received == 0 { return "; the dataset is empty" }
        if run.counts.observed > 0 { return "" }
        return run.counts.duplicate > 0
            ? "; everything in it was known already, nothing changed" : "; nothing in it is a reel"
    }
}
