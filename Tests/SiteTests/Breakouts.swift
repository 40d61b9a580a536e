import Reels

extension Observation {
    /// A cohort on YouTube in which every state of a breakout occurs; the example of `docs/api.md`.
    ///
    /// Behind 40 slow reels, seen last 30 hours before noon at an age of 10 hours:
    ///
    /// | reel | hours old | seen at age | views | an hour | velocity pct | engagement |
    /// |---|---|---|---|---|---|---|
    /// | unseen | 60 | 30 | 5,000,000 | 83,333 | 40 / 43 | 0.5 |
    /// | confirmed | 12 | 12, and 2 with 40,000 views | 1,200,000 | 100,000 | 41 / 43 | 0.5 |
    /// | hidden | 2 | 2 | 800,000 | 400,000 | 42 / 43 | hidden |
    /// | candidate | 1 | 1 | 900,000 | 900,000 | 100 | 0.5 |
    ///
    /// The slow ones are peers of `confirmed` and of each other: nobody else was seen at about their age.
    static let breakouts: [Observation] = {
        let slow = (0..<40).map { number in
            seen("slow\(number)", hoursOld: 40, atAge: 10, views: 1_000 + Int64(number), likes: 10)
        }
        let confirmed = [(2.0, Int64(40_000), Int64(100)), (12, 1_200_000, 600_000)].map { age, views, likes in
            var reel = seen("confirmed", hoursOld: 12, atAge: age, views: views, likes: likes)
            reel.reelURL = "https://www.youtube.com/shorts/confirmed"
            reel.creatorUsername = "Kiln Studio"
            return reel
        }
        return slow + confirmed + [
            seen("unseen", hoursOld: 60, atAge: 30, views: 5_000_000, likes: 2_500_000),
            seen("hidden", hoursOld: 2, atAge: 2, views: 800_000),
            seen("candidate", hoursOld: 1, atAge: 1, views: 900_000, likes: 450_000),
        ]
    }()
}
