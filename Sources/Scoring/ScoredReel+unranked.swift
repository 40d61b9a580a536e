public import Reels

extension ScoredReel {
    /// A reel that stands in no window, by its `observations`, the oldest first and all made not later than `asOf`: what depends
    /// on no other reel is right, ranks and percentiles mean nothing. Nil without observations.
    public init?(unranked observations: [KeptObservation], asOf: Instant) {
        guard let newest = observations.last?.seen else { return nil }
        let history = SightingHistory(ofOneReel: observations, on: newest.key.platform)
        var states = ReelStates(platform: newest.key.platform, asOf: asOf, reels: history.reels)
        states.append(newest)
        let quantities = PlatformQuantities(history: history, asOf: asOf)
        self.init(cohort: Cohort(CohortScores(ofAll: states), beside: quantities), rank: 0)
    }
}

extension SightingHistory {
    /// The sightings of one reel.
    fileprivate init(ofOneReel observations: [KeptObservation], on platform: Platform) {
        self.init(platform: platform)
        var surfaces = TextDictionary()
        for observation in observations {
            let seen = observation.seen
            let surface = UInt16(clamping: surfaces.number(of: observation.surface))
            let stratum = Stratum(surface: surface, viewsSource: seen.viewsSource)
            let sighting = Sighting(
                scrapedAt: seen.scrapedAt, views: seen.views, stratum: observation.scrapedAtIsExact ? stratum : nil)
            let published = PublishedSighting(
                sighting, publishTime: seen.publishTime, isExact: seen.publishTimeIsExact)
            add(published) { $0.append(contentsOf: seen.key.reelID.utf8) }
        }
        settle()
    }
}
