import Reels
import Scoring
import Testing

/// What is known of a platform as of an instant, found in the list of all that is stored.
struct Reference {
    let platform: Platform
    let asOf: Instant
    /// The run before the newest one.
    let previous: Instant?
    /// Oldest first.
    private let sightings: [String: [StoredSighting]]
    private let equalAge: [String: EqualAgeVelocity]
    /// Each creator's reels in the longest window.
    private var reels: [String: [Observation]] = [:]

    init(_ platform: Platform, asOf: Instant, in stored: [StoredSighting]) {
        self.platform = platform
        self.asOf = asOf
        let known = stored.filter { $0.seen.key.platform == platform && $0.seen.scrapedAt <= asOf }
        previous = Set(known.map(\.seen.scrapedAt)).sorted().dropLast().last
        sightings = Dictionary(grouping: known) { $0.seen.key.reelID }
            .mapValues { $0.sorted { $0.seen.scrapedAt < $1.seen.scrapedAt } }
        var history = SightingHistory(platform: platform)
        for stored in known {
            let seen = PublishedSighting(
                stored.sighting, publishTime: stored.seen.publishTime, isExact: stored.seen.publishTimeIsExact)
            history.add(seen) { $0 += stored.seen.key.reelID.utf8 }
        }
        history.settle()
        let ranking = EqualAgeRanking(of: history, asOf: asOf)
        var equalAge: [String: EqualAgeVelocity] = [:]
        for reel in 0..<history.count { equalAge[history.reels[Int32(reel)]] = ranking[reel] }
        self.equalAge = equalAge
        let earliest = asOf.advanced(byMicroseconds: -Window.longest.microseconds)
        for state in states(asOf: asOf) where state.publishTime >= earliest && state.publishTime <= asOf {
            if let creator = state.creatorUsername { reels[creator, default: []].append(state) }
        }
    }

    /// Of each reel that was seen not later than `instant`, the newest of these sightings.
    private func states(asOf instant: Instant) -> [Observation] {
        sightings.values.compactMap { $0.last { $0.seen.scrapedAt <= instant }?.seen }
    }

    private func cohort(_ window: Window, asOf instant: Instant) -> Cohort {
        var states = ReelStates(platform: platform, asOf: instant)
        for state in self.states(asOf: instant) { states.append(state) }
        return Cohort(of: states, window: window)
    }

    /// Checks all cohorts of `snapshot`.
    func check(_ snapshot: PlatformSnapshot) throws {
        #expect(snapshot.data.asOf == asOf && snapshot.data.previous?.asOf == previous)
        for cohort in snapshot.cohorts {
            let expected = self.cohort(cohort.window, asOf: asOf)
            var ranks: [ReelKey: Int] = [:]
            if let previous {
                let earlier = self.cohort(cohort.window, asOf: previous)
                for rank in 0..<earlier.count { ranks[earlier[rank].key] = rank }
            }
            try #require(cohort.count == expected.count)
            #expect(cohort.medianViews == expected.medianViews)
            for rank in 0..<cohort.count {
                let (reel, other) = (cohort[rank], expected[rank])
                #expect(reel.key == other.key && reel.views == other.views && reel.captionText == other.captionText)
                #expect(reel.performanceScore == other.performanceScore && reel.knowsShares == other.knowsShares)
                #expect(reel.previousRank == ranks[reel.key], "\(reel.key), \(cohort.window)")
                check(reel)
            }
        }
    }

    private func check(_ reel: ScoredReel) {
        let all = (sightings[reel.key.reelID] ?? []).map(\.sighting)
        #expect(reel.equalAge == equalAge[reel.key.reelID])
        // What was seen before it was published in any window counts nothing.
        let since = (previous ?? asOf).advanced(byMicroseconds: -91 * Microseconds.day)
        let counted = all.filter { $0.scrapedAt >= since }
        #expect(reel.sightings == counted.count)
        let interval = IntervalVelocity(of: counted, on: platform)
        #expect(reel.interval?.earlier.scrapedAt == interval?.earlier.scrapedAt)
        #expect(reel.interval?.gain == interval?.gain && reel.interval?.resolution == interval?.resolution)
        let others = (reel.creatorUsername.flatMap { reels[$0] } ?? []).filter { $0.key != reel.key }
        let median = Formulas.quantile(0.5, ofSorted: others.map(\.views).sorted())
        let isKnown = others.count >= 3
        #expect(reel.creatorMultiplier == (isKnown ? median.flatMap { $0 > 0 ? Double(reel.views) / $0 : nil } : nil))
    }
}
