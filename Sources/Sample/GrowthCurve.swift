internal import Reels

/// How the views of one reel grow: a quick first audience, a slow one, at times a second wave; more by day than by
/// night. It never falls, but for a count that the platform itself corrected.
struct GrowthCurve {
    /// Views in the end, of the first audiences together.
    var size: Double
    /// Hours in which the quick and the slow audience reach 63 % of theirs.
    var quickHours: Double
    var slowHours: Double
    /// The part of the slow audience, 0 to 1.
    var slowShare: Double
    var secondWave: Wave?
    /// From then on the platform counts 4 % less.
    var correctedAt: Instant?

    struct Wave {
        var begins: Instant
        var size: Double
    }

    /// Whole views at `instant` of a reel published at `publishTime`.
    func views(at instant: Instant, publishedAt publishTime: Instant) -> Int64 {
        let age = Self.activeHours(from: publishTime, to: instant)
        var views = size * (1 - slowShare) * Self.saturation(age / quickHours)
        views += size * slowShare * Self.saturation(age / slowHours)
        if let secondWave, instant > secondWave.begins {
            views += secondWave.size * Self.saturation(Self.activeHours(from: secondWave.begins, to: instant) / 16)
        }
        if let correctedAt, instant >= correctedAt { views *= 0.96 }
        return Int64(views)
    }

    private static func saturation(_ ratio: Double) -> Double { ratio <= 0 ? 0 : 1 - exponential(-ratio) }

    /// Hours weighed by how many people watch: over a whole day as many as the clock's.
    private static func activeHours(from start: Instant, to end: Instant) -> Double {
        activeHours(sinceEpoch: end) - activeHours(sinceEpoch: start)
    }

    private static func activeHours(sinceEpoch instant: Instant) -> Double {
        let days = instant.microseconds / Microseconds.day
        var rest = Double(instant.microseconds % Microseconds.day) / Double(Microseconds.hour)
        var active = Double(days) * 24
        for weight in quarterDayWeights {
            active += weight * min(rest, 6)
            rest = max(0, rest - 6)
        }
        return active
    }

    /// Night, morning, afternoon, evening.
    private static var quarterDayWeights: [Double] { [0.6, 0.8, 1.1, 1.5] }
}
