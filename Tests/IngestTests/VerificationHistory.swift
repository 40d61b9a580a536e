import Reels
import Sample

/// A made-up history of all three platforms, as runs in the order in which they are stored: few distinct counts, hidden likes,
/// publish times at the edges of windows, runs that are stored after later ones, and sightings of known reels at older times.
struct VerificationHistory {
    let runs: [[Observation]]
    /// When its first reels are seen.
    let start: Instant
    /// Instants to ask about: before, at and between the runs, and after them.
    let instants: [Instant]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let times = Self.times(&random)
        let (first, last) = (times.min() ?? Self.origin, times.max() ?? Self.origin)
        let between = Int64.random(in: first.microseconds...last.microseconds, using: &random)
        let after = last.advanced(byMicroseconds: Int64.random(in: 1...Microseconds.day, using: &random))
        let run = random.pick(times)
        instants = [
            first.advanced(byMicroseconds: -Self.lateness - 1), run, run.advanced(byMicroseconds: -1),
            random.pick([Instant(microseconds: between), after]),
        ]
        let reels = Self.reels(instants + [last], before: first, &random)
        runs = times.map { time in reels.compactMap { Self.seen($0, at: time, &random) } }
        start = first
    }

    /// Nothing is seen longer before its run.
    private static let lateness = 20 * Microseconds.day
    private static let origin = Instant(seconds: 1_781_222_400)

    /// The times of the runs, the last stored never the latest.
    private static func times(_ random: inout SplitMix64) -> [Instant] {
        var times = (0..<random.pick([2, 3, 4])).map { _ in
            origin.advanced(byMicroseconds: Int64.random(in: 0...40 * Microseconds.day, using: &random))
        }
        let last = times.count - 1
        if times[last] == times.max() { times.swapAt(0, last) }
        return times
    }

    /// A reel, and whether every run sees it.
    private struct Reel {
        let key: ReelKey
        let publishTime: Instant
        let isAlwaysSeen: Bool
    }

    /// Reels published so that `instants` find them at the edges of windows, or anywhere; one of each platform a day before
    /// `first`.
    private static func reels(
        _ instants: [Instant], before first: Instant, _ random: inout SplitMix64
    ) -> [Reel] {
        let edges: [Int64] =
            [-1, 0, 1, Microseconds.minute - 1, Microseconds.minute + 1]
            + Window.allCases.flatMap { [$0.microseconds - 1, $0.microseconds, $0.microseconds + 1] }
        return Platform.allCases.flatMap { platform in
            (0..<random.pick([1, 2, 19, 20, 21, 30])).map { number in
                let isAtEdge = random.pick([true, false])
                let age = isAtEdge ? random.pick(edges) : Int64.random(in: 0...95 * Microseconds.day, using: &random)
                return Reel(
                    key: ReelKey(reelID: "\(random.pick(["a", "B", "é", "10"]))\(number)", platform: platform),
                    publishTime: number == 0
                        ? first.advanced(byMicroseconds: -Microseconds.day)
                        : random.pick(instants).advanced(byMicroseconds: -age), isAlwaysSeen: number == 0)
            }
        }
    }

    /// What a run sees of a reel, now and then as it was earlier, or with another time of publication. No reel is seen more than
    /// a day before it is published.
    private static func seen(_ reel: Reel, at time: Instant, _ random: inout SplitMix64) -> Observation? {
        let earlier = Int64.random(in: 1...lateness, using: &random)
        let isLate = !reel.isAlwaysSeen && random.pick([true] + Array(repeating: false, count: 9))
        let scrapedAt = isLate ? time.advanced(byMicroseconds: -earlier) : time
        let correction = random.pick(Array(repeating: 0, count: 9) + [-Microseconds.hour])
        let publishTime = reel.publishTime.advanced(byMicroseconds: correction)
        guard reel.isAlwaysSeen || random.pick([true, true, false]),
            publishTime <= scrapedAt.advanced(byMicroseconds: Microseconds.day)
        else { return nil }
        return Observation(
            key: reel.key, scrapedAt: scrapedAt, publishTime: publishTime,
            views: random.pick([0, 0, 5, 100, 100, 3_000_000_000, Int64.random(in: 0...9_999, using: &random)]),
            viewsSource: .playCount, likes: random.pick([nil, 0, 50, Int64.random(in: 0...99, using: &random)]),
            comments: random.pick([nil, 4]), shares: random.pick([nil, 7]), saves: random.pick([nil, 2]))
    }
}
