/// An observation as it is kept: what was seen, where it was seen, and by which run.
public struct KeptObservation: Equatable, Sendable {
    /// What was seen.
    public var seen: Observation
    /// False where the time of the scrape was taken from a file's modification time: growth by it means nothing.
    public var scrapedAtIsExact: Bool
    /// Where the platform showed the reel. View counts compare only within one surface.
    public var surface: String
    /// The run that brought it.
    public var runID: String

    /// `seen`, brought by the run `runID`.
    public init(_ seen: Observation, scrapedAtIsExact: Bool = true, surface: String, runID: String) {
        self.seen = seen
        self.scrapedAtIsExact = scrapedAtIsExact
        self.surface = surface
        self.runID = runID
    }
}

/// All that is kept of one reel.
public struct ReelRecord: Equatable, Sendable {
    /// The oldest first.
    public var observations: [KeptObservation]
    /// Months, such as `2026-01`, in which it may have been seen, and whose observations were taken out of the database.
    public var missingMonths: [String]

    /// `observations`, the oldest first.
    public init(observations: [KeptObservation], missingMonths: [String] = []) {
        self.observations = observations
        self.missingMonths = missingMonths
    }
}
