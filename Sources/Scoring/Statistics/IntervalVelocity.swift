import Reels

/// What a reel gained between two sightings, as far as rounded counts let it be known. Source: docs/statistics.md, "Interval
/// velocity". How coarse the counts are stands at ``CountRounding``.
///
/// By hand: TikTok shows 1.2 M, and 1.3 M six hours later. Each count may be 50,000 off, so that the gain is 100,000 give or take
/// 100,000: below resolution, at most 200,000 in 6 hours, 33,333 an hour. A day before it had shown 900,000, which may be 50 off:
/// 400,000 give or take 50,050 in 24 hours are 16,667 an hour, between 14,581 and 18,752.
public struct IntervalVelocity: Sendable, Hashable {
    /// What the two counts say.
    public enum Movement: String, Sendable, Hashable, CaseIterable {
        /// It gained more than rounding can explain.
        case rising
        /// Two exact counts are equal.
        case unchanged
        /// Rounding can explain the difference.
        case belowResolution = "below_resolution"
        /// It lost more than rounding can explain: a flag on the integrity of the data.
        case fell
    }

    /// The two sightings lie at least so far apart, in microseconds.
    public static let shortestInterval = 3 * Microseconds.hour
    /// An earlier sighting is tried only up to so far back, in microseconds.
    public static let longestStepBack = 72 * Microseconds.hour

    /// The earlier sighting.
    public let earlier: Sighting
    /// The newest sighting.
    public let newest: Sighting
    /// How far the true gain may lie from ``gain``, either way: the half-widths of both counts.
    public let resolution: Int64

    /// `earlier` is before `newest`, and counts the same.
    init(from earlier: Sighting, to newest: Sighting, on platform: Platform) {
        self.earlier = earlier
        self.newest = newest
        resolution =
            CountRounding.halfWidth(of: earlier.views, on: platform)
            + CountRounding.halfWidth(of: newest.views, on: platform)
    }

    /// Microseconds between the two sightings.
    public var microseconds: Int64 { newest.scrapedAt.microseconds(since: earlier.scrapedAt) }

    /// Hours between the two sightings.
    public var hours: Double { Double(microseconds) / Formulas.microsecondsPerHour }

    /// Views gained, as shown; negative where they fell.
    public var gain: Int64 { newest.views - earlier.views }

    /// What the two counts say.
    public var movement: Movement {
        if gain > resolution { return .rising }
        if gain < -resolution { return .fell }
        return resolution > 0 ? .belowResolution : .unchanged
    }

    /// Views an hour; nil below resolution and where the count fell.
    public var viewsPerHour: Double? {
        switch movement {
        case .rising: perHour(Double(gain))
        case .unchanged: 0
        case .belowResolution, .fell: nil
        }
    }

    /// What rounding leaves possible, in views an hour: `(gain - resolution) / time` to `(gain + resolution) / time`, which is
    /// ``mostViewsPerHour``. Nil unless rising.
    public var bounds: ClosedRange<Double>? {
        guard movement == .rising else { return nil }
        let (gain, resolution) = (Double(gain), Double(resolution))
        return perHour(gain - resolution)...perHour(gain + resolution)
    }

    /// The largest velocity, in views an hour, that rounding leaves possible; nil where the count fell.
    public var mostViewsPerHour: Double? {
        movement == .fell ? nil : perHour(Double(gain) + Double(resolution))
    }

    private func perHour(_ views: Double) -> Double {
        views * Formulas.microsecondsPerHour / Double(microseconds)
    }
}
