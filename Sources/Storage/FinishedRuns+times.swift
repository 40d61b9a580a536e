public import Reels

extension FinishedRuns {
    /// When the newest runs looked, and at what, oldest first: at most `limit` instants, none before `earliest`.
    public func observationTimes(newest limit: Int, since earliest: Instant? = nil) -> [ObservationTime] {
        var platforms: [Instant: Set<Platform>?] = [:]
        for run in places where run.scrapedAt >= earliest ?? .earliest {
            let together = platforms[run.scrapedAt] ?? []
            platforms[run.scrapedAt] = .some(together.flatMap { seen in run.platform.map { seen.union([$0]) } })
        }
        return platforms.keys.sorted().suffix(limit).map { instant in
            ObservationTime(instant, platforms: platforms[instant] ?? nil)
        }
    }
}
