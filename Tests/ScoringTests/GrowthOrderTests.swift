import Reels
import Sample
import Scoring
import Testing

struct GrowthOrderTests {
    /// Reels of one stratum, each of them a peer of each other: seen at about ten hours, two days ago.
    private struct Seen {
        let age: Int64
        let views: Int64
    }

    private static let asOf = Instant(seconds: 1_750_000_000)

    /// Velocities that many share, or that differ by less than a double can tell.
    private static func seen(_ random: inout SplitMix64) -> [Seen] {
        let scale = random.pick([1, 1_000, 1 << 18, (1 << 53) / 36_000_000_000, 200_000_000] as [Int64])
        return (0..<40).map { _ in
            let age = 36_000_000_000 + random.pick([0, 1, 2, 36_000, -36_000, Int64(random.next() % 1_000_000_000)])
            let views = age.multipliedReportingOverflow(by: scale)
            let shift = Int64(random.next() % 5) - 2
            return Seen(age: age, views: views.overflow ? .max : max(0, min(views.partialValue, .max - 2) + shift))
        }
    }

    @Test("the order of velocities is that of the fractions, however large the counters", arguments: 0..<200)
    func exact(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let seen = Self.seen(&random)
        var history = SightingHistory(platform: .tiktok)
        let publishTime = Self.asOf.advanced(byMicroseconds: -48 * Microseconds.hour)
        for reel in seen {
            let sighting = Sighting(
                scrapedAt: publishTime.advanced(byMicroseconds: reel.age), views: reel.views,
                stratum: Stratum(viewsSource: .playCount))
            history.append(publishTime: publishTime, sightings: [sighting])
        }
        let ranking = EqualAgeRanking(of: history, asOf: Self.asOf)
        for (number, reel) in seen.enumerated() {
            let slower = seen.count { Int128($0.views) * Int128(reel.age) < Int128(reel.views) * Int128($0.age) }
            #expect(ranking[number] == EqualAgeVelocity(slower: slower, peers: seen.count - 1))
        }
    }
}
