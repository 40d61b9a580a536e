public import Reels

/// The sample: some 900 invented reels on three platforms, as 28 runs saw them in the week before ``lastRunAt``.
///
/// One seed gives the same bytes on every machine and every day. Each run's dataset also holds what real ones hold:
/// repeats, hidden likes, rows that are no reels.
public struct SampleFeed: Sendable {
    /// 2026-06-15T12:00:00Z.
    public static let lastRunAt = Instant(seconds: 1_781_524_800)
    /// The seed of the sample that is shown.
    public static let defaultSeed: UInt64 = 7

    /// Oldest first, six hours apart.
    public let runs: [SampleRun]

    static let runCount = 28
    private static let reelsOnPlatform = 300
    private static let creatorsOnPlatform = 90

    /// Makes all of it, which takes a fraction of a second.
    public init(seed: UInt64 = SampleFeed.defaultSeed) {
        var random = SplitMix64(seed: seed)
        let reels = Platform.allCases.flatMap { Self.reels(on: $0, using: &random) }
        runs = (0..<Self.runCount).map { Self.run($0, of: reels, using: &random) }
    }

    static func instant(ofRun run: Int) -> Instant {
        lastRunAt.advanced(byMicroseconds: -Int64(runCount - 1 - run) * 6 * Microseconds.hour)
    }

    private static func reels(on platform: Platform, using random: inout SplitMix64) -> [SampleReel] {
        let creators = Creator.make(count: creatorsOnPlatform, on: platform, using: &random)
        return (0..<reelsOnPlatform).map { index in
            var reel = SampleReel.make(
                index: index, on: platform, by: random.pick(creators), until: lastRunAt, using: &random)
            if index == 11 { reel.growth.correctedAt = instant(ofRun: 20) }
            reel.runs = sightings(of: reel, using: &random)
            return reel
        }
    }

    /// The runs that see a reel: the younger the likelier, some with days between, each at least once.
    private static func sightings(of reel: SampleReel, using random: inout SplitMix64) -> Set<Int> {
        let possible = (0..<runCount).filter { instant(ofRun: $0) >= reel.publishTime }
        let age = lastRunAt.microseconds(since: reel.publishTime)
        let chance = age < 7 * Microseconds.day ? 0.72 : age < 30 * Microseconds.day ? 0.42 : 0.25
        let pauseBegins = random.chance(0.12) ? random.integer(below: runCount) : runCount
        let seen = possible.filter { run in
            random.chance(chance) && !(pauseBegins..<pauseBegins + 10).contains(run)
        }
        return seen.isEmpty ? [runCount - 1] : Set(seen)
    }

    private static func run(_ run: Int, of reels: [SampleReel], using random: inout SplitMix64) -> SampleRun {
        let instant = instant(ofRun: run)
        let seen = reels.filter { $0.runs.contains(run) }
        var items = seen.map { $0.item(at: instant) }
        items += repeats(of: seen, at: instant, using: &random)
        items += OddRow.rows(besides: seen, at: instant, using: &random)
        random.shuffle(&items)
        return SampleRun(observedAt: instant, dataset: Array(items.joined(separator: [UInt8(ascii: "\n")])) + [0x0A])
    }

    /// A few reels come a second time in a run, as they were some minutes before.
    private static func repeats(
        of seen: [SampleReel], at instant: Instant, using random: inout SplitMix64
    ) -> [[UInt8]] {
        (0..<6).compactMap { _ in
            let reel = random.pick(seen)
            let before = instant.advanced(byMicroseconds: -10 * Microseconds.minute)
            return before < reel.publishTime ? nil : reel.item(at: before)
        }
    }
}
