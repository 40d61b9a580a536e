internal import Reels

extension SampleReel {
    /// How the reel fares.
    enum Fate { case ordinary, breakout, sensation, secondWind }

    /// The `index`th of a platform's reels, as it stands at `end`.
    static func make(
        index: Int, on platform: Platform, by creator: Creator, until end: Instant, using random: inout SplitMix64
    ) -> SampleReel {
        let hours = age(index: index, using: &random)
        let fate = fate(index: index, hours: hours, using: &random)
        let publishTime = Instant(seconds: (end.microseconds / 1_000_000) - Int64(hours * 3_600))
        let drawn = random.normal()
        let spark = fate.isStriking ? drawn.magnitude : drawn
        let growth = growth(fate, spark: spark, on: platform, by: creator, until: end, using: &random)
        let appeal = 0.35 * spark + 0.9 * random.normal() + fate.appeal
        var engagement = Engagement.make(on: platform, appeal: appeal, using: &random)
        if fate.isStriking { engagement.hidesLikes = false }
        return SampleReel(
            platform: platform, reelID: reelID(on: platform, using: &random), code: code(using: &random),
            creator: creator, publishTime: publishTime, growth: growth,
            engagement: engagement, caption: Vocabulary.caption(using: &random), tags: tags(using: &random),
            sound: sound(by: creator, using: &random), durationMilli: 6_000 + random.integer(below: 84_000),
            form: random.integer(below: 100))
    }

    /// Hours before the last run: of twenty reels seven are up to a week old, six up to 30 days, seven up to 90; those that
    /// are made to break out are younger.
    private static func age(index: Int, using random: inout SplitMix64) -> Double {
        switch index % 20 {
        case 0..<7 where index < 7: random.uniform(7, 100)
        case 0..<7: random.uniform(0.6, 167)
        case 7..<13: random.uniform(169, 719)
        default: random.uniform(721, 2_158)
        }
    }

    private static func fate(index: Int, hours: Double, using random: inout SplitMix64) -> Fate {
        let chance = random.unit()
        if index < 3 { return .sensation }
        if index < 7 { return .breakout }
        if hours < 120 { return chance < 0.08 ? .breakout : .ordinary }
        return hours < 1_500 && chance < 0.05 ? .secondWind : .ordinary
    }

    private static func growth(
        _ fate: Fate, spark: Double, on platform: Platform, by creator: Creator, until end: Instant,
        using random: inout SplitMix64
    ) -> GrowthCurve {
        let usual = platform.usualViews
        let size = usual.median * exponential(usual.spread * (0.4 * creator.reach + 0.85 * spark) + fate.boost)
        var curve = GrowthCurve(
            size: size, quickHours: random.uniform(8, 40), slowHours: random.uniform(200, 900),
            slowShare: random.uniform(0.15, 0.4))
        if fate.isStriking { curve.quickHours = random.uniform(8, 18) }
        if fate == .secondWind {
            let begins = end.advanced(byMicroseconds: -Int64(random.uniform(20, 130)) * Microseconds.hour)
            curve.secondWave = GrowthCurve.Wave(begins: begins, size: size * random.uniform(0.5, 3))
        }
        return curve
    }

    private static func reelID(on platform: Platform, using random: inout SplitMix64) -> String {
        switch platform {
        case .instagram: "38" + random.code(17, of: Vocabulary.digits)
        case .tiktok: "76" + random.code(17, of: Vocabulary.digits)
        case .youtube: random.code(11, of: Vocabulary.addressAlphabet)
        }
    }

    private static func code(using random: inout SplitMix64) -> String {
        "D" + random.code(10, of: Vocabulary.addressAlphabet)
    }

    private static func tags(using random: inout SplitMix64) -> [String] {
        var tags = Vocabulary.tags
        random.shuffle(&tags)
        return Array(tags.prefix(random.integer(below: 6)))
    }

    private static func sound(by creator: Creator, using random: inout SplitMix64) -> Sound {
        if random.chance(0.55) {
            let id = "2" + random.code(16, of: Vocabulary.digits)
            return Sound(id: id, name: "Original audio", artist: creator.handle, isOriginal: true)
        }
        let number = random.integer(below: Vocabulary.sounds.count)
        return Sound(
            id: String(7_100_000_000_000_001 + number * 37), name: Vocabulary.sounds[number],
            artist: Vocabulary.artists[number % Vocabulary.artists.count], isOriginal: false)
    }
}

extension SampleReel.Fate {
    /// Whether it stands out on the first look.
    fileprivate var isStriking: Bool { self == .breakout || self == .sensation }

    /// Added to the logarithm of the views.
    fileprivate var boost: Double {
        switch self {
        case .ordinary, .secondWind: 0
        case .breakout: 2.6
        case .sensation: 4.4
        }
    }

    /// Added to the appeal.
    fileprivate var appeal: Double {
        switch self {
        case .ordinary, .secondWind: 0
        case .breakout: 1.6
        case .sensation: 2.2
        }
    }
}

extension Platform {
    /// The median of the views in the end, and the spread of their logarithm.
    fileprivate var usualViews: (median: Double, spread: Double) {
        switch self {
        case .instagram: (9_000, 1.3)
        case .tiktok: (14_000, 1.4)
        case .youtube: (5_200, 1.25)
        }
    }
}
