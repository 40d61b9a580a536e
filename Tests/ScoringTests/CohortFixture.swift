import Reels
import Sample
import Scoring

/// Cohorts to score in tests.
enum CohortFixture {
    static let asOf = Instant(seconds: 1_780_000_000)

    static func states(_ reels: [Observation]) -> ReelStates {
        var states = ReelStates(platform: .instagram, asOf: asOf)
        for reel in reels { states.append(reel) }
        return states
    }

    static func reel(
        _ id: String, ageHours: Int64 = 10, views: Int64, likes: Int64? = 0, comments: Int64? = 0, shares: Int64? = nil,
        saves: Int64? = nil
    ) -> Observation {
        Observation(
            key: ReelKey(reelID: id, platform: .instagram), scrapedAt: asOf,
            publishTime: asOf.advanced(byMicroseconds: -ageHours * Microseconds.hour), views: views,
            viewsSource: .videoPlayCount,
            likes: likes, comments: comments, shares: shares, saves: saves)
    }

    /// Reels made to collide: few distinct counts, hidden likes, zero views, window edges, views beyond 32 bits.
    static func randomReels(count: Int, _ random: inout SplitMix64) -> [Observation] {
        (0..<count).map { number in
            let views =
                [0, 0, 1, 7, 100, 100, 1_000, 3_000_000_000, Int64.random(in: 0...100_000, using: &random)]
                .randomElement(using: &random) ?? 0
            var made = reel(
                "id\(number * 7_919 % 1_000)-\(number)", ageHours: 0, views: views,
                likes: Bool.random(using: &random) ? Int64.random(in: 0...50, using: &random) : nil,
                comments: Int64.random(in: 0...3, using: &random),
                shares: Bool.random(using: &random) ? Int64.random(in: 0...9, using: &random) : nil,
                saves: Bool.random(using: &random) ? 5 : nil)
            let edge = (Window.allCases.randomElement(using: &random) ?? .week).microseconds
            let age = [0, 1, 59_999_999, edge, edge + 1, Int64.random(in: 0...edge, using: &random)].randomElement(
                using: &random)
            made.publishTime = asOf.advanced(byMicroseconds: -(age ?? 0))
            return made
        }
    }
}
