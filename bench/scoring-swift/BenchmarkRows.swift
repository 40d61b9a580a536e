import Reels
import Scoring

extension ReelStates {
    /// Reels of 90 days, the same as in bench/scoring-floor.c: views spread over 30 octaves, hidden likes, ties.
    init(benchmarkRows count: Int) {
        let asOf = Instant(microseconds: 1_780_000_000_000_000)
        self.init(platform: .instagram, asOf: asOf)
        var random = BenchmarkRandom()
        for _ in 0..<count { append(random.reel(asOf: asOf)) }
    }
}

/// SplitMix64, written once more, since a benchmark has no part in the packages of the tests.
private struct BenchmarkRandom {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private var state: UInt64 = 4

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func reel(asOf: Instant) -> Observation {
        let lots = next()
        let octave = UInt32(truncatingIfNeeded: lots).nonzeroBitCount
        let views: Int64 = octave < 2 ? 0 : 1 << (octave - 2) + Int64(next() % (1 << UInt64(octave - 2)))
        let liked = (views * Int64(lots >> 52)) >> 15
        let publishTime = asOf.advanced(byMicroseconds: -Int64(next() % UInt64(90 * Microseconds.day)))
        let letters = next()
        let id = (0..<11).map { place in Self.alphabet[Int(letters >> (5 * UInt64(place)) & 63)] }
        return Observation(
            key: ReelKey(reelID: String(decoding: id, as: UTF8.self), platform: .instagram), scrapedAt: asOf,
            publishTime: publishTime, views: views, viewsSource: .videoPlayCount,
            likes: lots >> 32 & 15 == 0 ? nil : liked, comments: liked >> Int64(3 + lots >> 36 & 7),
            shares: lots >> 39 & 1 == 0 ? nil : liked >> Int64(1 + lots >> 40 & 7), saves: nil)
    }
}

extension SightingHistory {
    /// As many sightings as there are `states`, two of each reel, at ages of an hour to thirty days.
    init(benchmarkRows states: ReelStates) {
        self.init(platform: states.platform)
        for row in 0..<states.count {
            let reel = states.count - 1 - row / 2
            let oldest = states.asOf.microseconds(since: states.publishTime[reel])
            let age = Microseconds.hour + Int64(row) * 7_919 * Microseconds.second % (719 * Microseconds.hour)
            let sighting = Sighting(
                scrapedAt: states.publishTime[reel].advanced(byMicroseconds: min(age, oldest)),
                views: states.views[reel] / Int64(row % 2 + 1), stratum: Stratum(viewsSource: .videoPlayCount))
            let seen = PublishedSighting(sighting, publishTime: states.publishTime[reel])
            add(seen) { $0.append(contentsOf: (states.reelID[reel] ?? "").utf8) }
        }
        settle()
    }
}
