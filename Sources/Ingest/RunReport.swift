public import Reels

/// How a run ended, for the operator.
public struct RunReport: Sendable {
    /// The run as stored.
    public let run: Run
    /// What its items were.
    public let tally: ItemTally
    /// How the remote run ended, in Apify's word; nil of an import.
    var remoteStatus: String?
    /// Whether less was stored than there was to fetch.
    var isCutShort = false

    /// Whether somebody should look into it: `partial` is as good as it gets where the remote run was ended before its time.
    public var isFailure: Bool {
        switch run.state {
        case .failed: true
        case .partial: isCutShort || !["TIMED-OUT", "ABORTED"].contains(remoteStatus)
        case .queued, .running, .succeeded, .empty: false
        }
    }

    /// One line of figures, and one for each cause of rejection.
    public var lines: [String] {
        let counts = run.counts
        let sum =
            "received \(counts.received) = \(counts.observed) observed + \(counts.duplicate) duplicate + \(counts.rejected) rejected"
        let causes = tally.rejections.sorted { $0.key < $1.key }.map { code, rejection in
            "  rejected \(rejection.count) \(code): " + rejection.reasons.joined(separator: "; ")
        }
        return [sum + remark] + causes + ageNote
    }

    private var remark: String {
        if run.counts.received == 0 { return "; the dataset is empty" }
        if run.counts.observed > 0 { return "" }
        return run.counts.duplicate > 0
            ? "; every reel in it was known already, nothing changed" : "; nothing in it is a reel"
    }

    /// What is too old for every window is on no page, which a first import may make one wonder about.
    private var ageNote: [String] {
        guard tally.oldSightings > 0 else { return [] }
        let age = "older than \(Window.longest.days) days when they were seen"
        return ["  \(tally.oldSightings) of \(tally.sightings) reels were \(age): kept, and in no window"]
    }
}
