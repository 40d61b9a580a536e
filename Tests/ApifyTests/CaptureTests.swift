import Apify
import Reels
import Testing

@Suite(.enabled(if: Captures.areHere)) struct `The real captures` {
    @Test func `50 reels of an Instagram tag are observed, three with hidden likes`() throws {
        let observations = try Captures.outcomes("instagram-hashtag-scraper.json").compactMap(\.success)
        #expect(observations.count == 50)
        #expect(observations.allSatisfy { $0.viewsSource == .videoPlayCount && $0.key.platform == .instagram })
        #expect(observations.count { $0.likes == nil } == 3)
        #expect(observations.allSatisfy { $0.reelURL?.hasPrefix("https://www.instagram.com/p/") == true })
        #expect(observations.allSatisfy { $0.audioID != nil && $0.durationSeconds != nil })
    }

    @Test func `of 8 oddities the row without items and the image are rejected`() throws {
        let outcomes = try Captures.outcomes("instagram-reel-scraper-oddities.json")
        #expect(outcomes.map { $0.failure?.code } == [.noItems, nil, nil, nil, nil, .notAVideo, nil, nil])
        #expect(outcomes[1].success?.key.reelID == "2889236729076706920")
        #expect(outcomes[6].success?.likes == nil)
        #expect(outcomes[6].success?.views == 2_542_022)
    }

    @Test func `a TikTok table export names 54 videos in 56 rows`() throws {
        let observations = try Captures.outcomes("tiktok-scraper.json").compactMap(\.success)
        #expect(observations.count == 56)
        #expect(Set(observations.map(\.key)).count == 54)
        #expect(observations.allSatisfy { $0.saves != nil && $0.shares != nil && $0.key.platform == .tiktok })
    }

    @Test func `YouTube's relative date and long videos are rejected, each with its reason`() throws {
        let outcomes = try Captures.outcomes("youtube-scraper-oddities.json")
        #expect(outcomes.map { $0.failure?.code } == [.notShortForm, nil, .relativeDate, .notShortForm])
        #expect(
            outcomes.map { $0.failure?.reason } == [
                #"duration is "00:27:11", longer than a Short's 180 s"#, nil,
                #"date is "2 months ago": words relative to an unknown day"#,
                #"duration is "00:03:17", longer than a Short's 180 s"#,
            ])
        #expect(outcomes[1].success?.likes == 684)
    }
}
