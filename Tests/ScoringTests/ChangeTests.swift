import Reels
import Scoring
import Testing

struct ChangeTests {
    private static let published = Instant(seconds: 1_750_000_000)

    /// A reel seen so many hours after its publication, asked about two hours later unless said otherwise.
    private static func standing(
        _ id: String, velocity: Double = 91.2, engagement: Double? = 84, isBreakout: Bool? = true,
        unseenHours: Int64 = 2,
        equalAge: EqualAgeVelocity? = nil, gain: Int64? = nil
    ) -> Standing {
        let scrapedAt = published.advanced(byMicroseconds: 40 * Microseconds.hour)
        let stratum = Stratum(viewsSource: .viewCount)
        let interval = gain.flatMap { gain in
            IntervalVelocity(
                of: [
                    Sighting(
                        scrapedAt: scrapedAt.advanced(byMicroseconds: -6 * Microseconds.hour), views: 4_000 - gain,
                        stratum: stratum),
                    Sighting(scrapedAt: scrapedAt, views: 4_000, stratum: stratum),
                ], on: .youtube)
        }
        return Standing(
            key: ReelKey(reelID: id, platform: .youtube), rank: 0, publishTime: published, scrapedAt: scrapedAt,
            asOf: scrapedAt.advanced(byMicroseconds: unseenHours * Microseconds.hour), velocityPercentile: velocity,
            engagementPercentile: engagement, isBreakout: isBreakout, equalAge: equalAge, interval: interval)
    }

    @Test("a reel that enters the list of breakouts is new, with its numbers")
    func newBreakout() throws {
        let quiet = Self.standing("a", velocity: 70, isBreakout: false)
        let fast = Self.standing("a", equalAge: EqualAgeVelocity(slower: 95, peers: 100))
        let change = try #require(Change.all(from: [quiet], to: [fast]).first)
        #expect(change.kind == .newBreakout && change.key.reelID == "a")
        #expect(
            change.reason
                == "Faster than 91.2 % of its cohort and more engaging than 84 %, faster than 95 % of 100 reels"
                + " at its age (88.82 to 97.85), seen 2 hours ago.")
        #expect(Change.all(from: [], to: [Self.standing("a")]).map(\.kind) == [.newBreakout])
    }

    @Test("a reel that begins to gain faster than over its life is re-accelerating")
    func reaccelerating() {
        // 100 an hour over 40 hours, 200 an hour over the last six.
        let fast = Self.standing("a", isBreakout: false, gain: 1_200)
        let changes = Change.all(from: [Self.standing("a", isBreakout: false, gain: 600)], to: [fast])
        #expect(changes.map(\.kind) == [.reaccelerating])
        #expect(changes.map(\.reason) == ["Gains 200 views an hour, 2 times its lifetime average, seen 2 hours ago."])
        #expect(Change.all(from: [fast], to: [fast]).isEmpty)
    }

    @Test(
        "a reel that leaves the list of breakouts has gone quiet, and why is said",
        arguments: [
            (Standing?.none, "No longer in the window."),
            (standing("a", velocity: 71, isBreakout: false), "Faster than 71 % of its cohort, 91.2 % before."),
            (
                standing("a", engagement: 61.004, isBreakout: false),
                "More engaging than 61 % of its cohort, 84 % before."
            ),
            (standing("a", engagement: nil, isBreakout: nil), "Likes are hidden now."),
            (standing("a", unseenHours: 25), "Not seen for 25 hours."),
            (standing("a", isBreakout: nil), "The cohort has fewer than 20 reels now."),
        ])
    func goneQuiet(later: Standing?, reason: String) {
        let changes = Change.all(from: [Self.standing("a")], to: later.map { [$0] } ?? [])
        #expect(changes.map(\.kind) == [.goneQuiet])
        #expect(changes.map(\.reason) == [reason])
    }

    @Test("what stays as it was is no change")
    func unchanged() {
        let standings = [
            Self.standing("a"), Self.standing("b", isBreakout: false), Self.standing("c", unseenHours: 30),
        ]
        #expect(Change.all(from: standings, to: standings.reversed()).isEmpty)
    }
}
