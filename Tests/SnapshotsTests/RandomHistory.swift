import Reels
import Sample

/// A made-up history of all three platforms: two runs that see most reels, and then small ones, in the order in which they are
/// stored. Among them are runs that are stored late, second runs at one time, and items that are understood only later.
struct RandomHistory {
    /// What is stored at once.
    struct Step {
        enum Kind {
            case run
            /// Items of an earlier run that are understood now.
            case replay(of: Int)
        }

        let kind: Kind
        let time: Instant
        let observations: [Observation]
        /// Whether the run's time is that of the scrape, and not a file's.
        let isExact: Bool
        let surface: String
    }

    private(set) var steps: [Step] = []
    private var random: SplitMix64
    private var reels: [Reel] = []
    private var times: [Instant] = []

    private struct Reel {
        let key: ReelKey
        let publishTime: Instant
        let isExact: Bool
        var creator: String?
        var views: Int64
    }

    private static let counts: [Platform: Int] = [.instagram: 90, .tiktok: 60, .youtube: 40]
    /// So many of the small runs' items a platform at most: less than a fifth of its reels.
    private static let mostItems: [Platform: Int] = [.instagram: 12, .tiktok: 9, .youtube: 5]

    init(seed: UInt64, smallRuns: Int = 7) {
        random = SplitMix64(seed: seed)
        let second = random.pick([1, 6 * Microseconds.hour, 3 * Microseconds.hour, 2 * Microseconds.day])
        for platform in Platform.allCases { addReels(Self.counts[platform] ?? 0, on: platform, seenAt: Feed.start) }
        for time in [Feed.start, Feed.start.advanced(byMicroseconds: second)] {
            let seen = reels.indices.filter { _ in chance(4, in: 5) }
            addRun(at: time, seeing: seen, isExact: true, surface: "recommended")
        }
        for _ in 0..<smallRuns { addSmallStep() }
    }

    private mutating func chance(_ count: Int, in all: Int) -> Bool {
        random.next() % UInt64(all) < UInt64(count)
    }

    private mutating func addReels(_ count: Int, on platform: Platform, seenAt time: Instant) {
        let shortly = 7 * Microseconds.day
        for _ in 0..<count {
            let age = Int64.random(in: 0...(chance(1, in: 2) ? shortly : 95 * Microseconds.day), using: &random)
            let edge = random.pick(Window.allCases).microseconds + random.pick([-1, 0, 1])
            let isDay = chance(1, in: 12)
            let publishTime = time.advanced(byMicroseconds: -(chance(1, in: 6) ? edge : age))
            let midnight = publishTime.microseconds / Microseconds.day * Microseconds.day
            reels.append(
                Reel(
                    key: ReelKey(
                        reelID: random.pick(["a", "B", "é", "10", "r", "s", "t"]) + "\(reels.count)",
                        platform: platform),
                    publishTime: isDay ? Instant(microseconds: midnight) : publishTime, isExact: !isDay,
                    creator: random.pick([nil, "", "Ada", "ada", "b.", "c", "d", "e", "f", "g", "h"]),
                    views: random.pick([0, 7, 100, 100, 12_300, 1_200_000, 3_000_000_000])))
        }
    }

    /// A platform alone, two, or all.
    private mutating func addSmallStep() {
        let runs = steps.indices.filter { steps[$0].kind.isRun }
        if chance(1, in: 7), let run = runs.last(where: { _ in chance(1, in: 2) }) { return addReplay(of: run) }
        let platforms = Platform.allCases.filter { _ in chance(3, in: 5) }
        let time = nextTime()
        var seen: [Int] = []
        for platform in platforms.isEmpty ? [.instagram] : platforms {
            if chance(2, in: 3) { addReels(Int(random.next() % 3), on: platform, seenAt: time) }
            let known = reels.indices.filter { reels[$0].key.platform == platform }
            let most = Self.mostItems[platform] ?? 1
            seen += (0...Int(random.next() % UInt64(most))).map { _ in random.pick(known) }
            // The newest too.
            seen += known.suffix(chance(1, in: 2) ? 2 : 0)
        }
        addRun(
            at: time, seeing: Array(Set(seen).sorted()), isExact: chance(5, in: 6),
            surface: random.pick(["recommended", "recommended", "explore"]))
    }

    /// Mostly later than all others; at one of their times, between the two newest, or older.
    private mutating func nextTime() -> Instant {
        let ascending = Set(times).sorted()
        let (newest, previous) = (ascending[ascending.count - 1], ascending[ascending.count - 2])
        switch random.next() % 10 {
        case 0: return random.pick(times)
        case 1:
            return Instant(microseconds: Int64.random(in: previous.microseconds...newest.microseconds, using: &random))
        case 2:
            let earlier = random.pick([1, Microseconds.hour, 20 * Microseconds.day])
            return ascending[0].advanced(byMicroseconds: -earlier)
        case 3: return previous.advanced(byMicroseconds: -1)
        default:
            let hours = random.pick([3, 6, 6, 6, 23, 24, 25, 8 * 24, 31 * 24, 60 * 24] as [Int64])
            return newest.advanced(byMicroseconds: hours * Microseconds.hour + random.pick([-1, 0, 0, 1]))
        }
    }

    private mutating func addRun(at time: Instant, seeing seen: [Int], isExact: Bool, surface: String) {
        let observations = seen.compactMap { observation(of: $0, at: time) }
        times.append(time)
        steps.append(Step(kind: .run, time: time, observations: observations, isExact: isExact, surface: surface))
    }

    private mutating func addReplay(of number: Int) {
        let run = steps[number]
        let seen = (0..<4).map { _ in Int(random.next() % UInt64(reels.count)) }
        let observations = Set(seen).sorted().compactMap { observation(of: $0, at: run.time) }
        steps.append(
            Step(
                kind: .replay(of: number), time: run.time, observations: observations, isExact: run.isExact,
                surface: run.surface))
    }

    /// No reel is seen more than a day before it is published.
    private mutating func observation(of number: Int, at time: Instant) -> Observation? {
        if chance(2, in: 3) { reels[number].views += random.pick([0, 50, 100, 1_000, 100_000, 5_000_000, -20]) }
        if chance(1, in: 20) { reels[number].creator = random.pick([nil, "z", "ada"]) }
        reels[number].views = max(0, reels[number].views)
        let reel = reels[number]
        let edge = time.advanced(byMicroseconds: -random.pick(Window.allCases).microseconds)
        let publishTime =
            chance(9, in: 10)
            ? reel.publishTime
            : random.pick([
                reel.publishTime.advanced(byMicroseconds: -Microseconds.hour), edge,
                edge.advanced(byMicroseconds: -1), time.advanced(byMicroseconds: -30 * Microseconds.hour),
            ])
        guard publishTime <= time.advanced(byMicroseconds: Microseconds.day) else { return nil }
        return Observation(
            key: reel.key, scrapedAt: time, publishTime: publishTime,
            publishTimeIsExact: reel.isExact && !chance(1, in: 40), views: reel.views,
            viewsSource: random.pick([.playCount, .playCount, .playCount, .videoViewCount]),
            reelURL: random.pick([nil, "https://example.test/\(number)"]), creatorUsername: reel.creator,
            likes: random.pick([nil, 0, reel.views / 10, reel.views / 3, 50]),
            comments: random.pick([nil, 4, reel.views / 9]), shares: random.pick([nil, 7, reel.views / 8]),
            saves: random.pick([nil, 2, 0]),
            captionText: random.pick([nil, "", "short", String(repeating: "long 🎈 ", count: 30)]))
    }
}

extension RandomHistory.Step.Kind {
    var isRun: Bool {
        if case .run = self { true } else { false }
    }
}
