public import Reels

extension IntervalVelocity {
    /// Measured from the newest of `sightings`, which ascend in time, to the latest one at least three hours before it
    /// whose views were read from the same field. Where rounding hides the gain, still earlier ones up to 72 hours
    /// before are tried in turn; where it hides all of them, the last that was tried stands, since its bound is over
    /// the longest time.
    ///
    /// Nil where there is no such earlier sighting.
    public init?(of sightings: some BidirectionalCollection<Sighting>, on platform: Platform) {
        guard let newest = sightings.last(where: { $0.stratum != nil }) else { return nil }
        var best: IntervalVelocity?
        for earlier in sightings.reversed()
        where earlier.scrapedAt < newest.scrapedAt && earlier.stratum?.viewsSource == newest.stratum?.viewsSource {
            let interval = IntervalVelocity(from: earlier, to: newest, on: platform)
            guard interval.microseconds >= Self.shortestInterval else { continue }
            guard best == nil || interval.microseconds <= Self.longestStepBack else { break }
            best = interval
            guard interval.movement == .belowResolution else { break }
        }
        guard let best else { return nil }
        self = best
    }
}
