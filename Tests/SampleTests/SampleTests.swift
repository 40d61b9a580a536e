import Apify
import Reels
import Sample
import Testing

@Suite struct `The sample` {
    private let sample = MappedSample.shared

    @Test func `is the same to the byte on every machine`() {
        #expect(fingerprint(SampleFeed()) == 4_145_839_387_748_529_222)
    }

    @Test func `is another one for another seed`() {
        #expect(SampleFeed(seed: 8).runs[0].dataset != SampleFeed().runs[0].dataset)
    }

    /// FNV-1a over all runs.
    private func fingerprint(_ feed: SampleFeed) -> UInt64 {
        feed.runs.reduce(0xCBF2_9CE4_8422_2325) { hash, run in
            run.dataset.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
    }

    @Test func `is 28 runs, six hours apart, until noon of 15 June 2026`() {
        #expect(sample.runs.count == 28)
        #expect(sample.runs.last?.observedAt.iso8601 == "2026-06-15T12:00:00Z")
        for (earlier, later) in zip(sample.runs, sample.runs.dropFirst()) {
            #expect(later.observedAt.microseconds(since: earlier.observedAt) == 6 * Microseconds.hour)
        }
    }

    @Test func `has in each run the rows that are no reels, and no others`() {
        let expected: [ItemRejection.Code] = [
            .errorRow, .noItems, .notAVideo, .notAVideo, .notAVideo, .notShortForm, .relativeDate,
        ]
        for run in sample.runs {
            #expect(run.rejections.map(\.code).sorted { $0.rawValue < $1.rawValue } == expected)
        }
    }

    @Test func `repeats some reels within a run`() {
        for run in sample.runs {
            #expect((1...6).contains(run.observations.count - Set(run.observations.map(\.key)).count))
        }
    }

    @Test(arguments: Platform.allCases)
    func `has 300 reels of each platform, 105 of them from the last week, the oldest of 90 days`(platform: Platform) {
        let ages = sample.histories.values.compactMap { $0.first }.filter { $0.key.platform == platform }
            .map { SampleFeed.lastRunAt.microseconds(since: $0.publishTime) / Microseconds.day }
        #expect(ages.count == 300)
        #expect(ages.count { $0 < 7 } == 105)
        #expect((80..<90).contains(ages.max() ?? 0))
        #expect(ages.allSatisfy { $0 >= 0 })
    }

    @Test func `grows, save for a few counts that the platform took back`() {
        let falls = sample.histories.filter { (_, history) in
            zip(history, history.dropFirst()).contains { $0.views > $1.views }
        }
        #expect((1...3).contains(falls.count))
        let grown = sample.histories.values.count { ($0.last?.views ?? 0) > ($0.first?.views ?? 0) }
        #expect(grown > 700)
    }

    @Test func `loses sight of some reels for a day or more`() {
        let paused = sample.histories.values.count { history in
            zip(history, history.dropFirst()).contains {
                $1.scrapedAt.microseconds(since: $0.scrapedAt) > 2 * Microseconds.day
            }
        }
        #expect(paused > 50)
    }

    @Test(arguments: [(Platform.instagram, 0.03...0.1), (.tiktok, 0.0...0.0), (.youtube, 0.13...0.25)])
    func `hides likes as often as creators do`(platform: Platform, share: ClosedRange<Double>) {
        let reels = sample.histories.values.compactMap(\.last).filter { $0.key.platform == platform }
        #expect(share.contains(Double(reels.count { $0.likes == nil }) / Double(reels.count)))
    }

    @Test func `knows shares and saves where the platforms give them`() {
        for observation in sample.observations {
            #expect((observation.saves != nil) == (observation.key.platform == .tiktok))
            #expect(observation.shares == nil || observation.key.platform != .youtube)
        }
        let withShares = sample.observations.filter { $0.shares != nil }
        #expect(Set(withShares.map(\.key.platform)) == [.instagram, .tiktok])
    }

    @Test func `rounds TikTok's counts as TikTok does`() {
        let counts = sample.observations.filter { $0.key.platform == .tiktok }
            .flatMap { (seen: Observation) -> [Int64] in
                [seen.views] + [seen.likes, seen.comments, seen.shares].compactMap { $0 }
            }
        #expect(counts.allSatisfy { $0 < 10_000 || $0.isMultiple(of: 100) })
        #expect(counts.allSatisfy { $0 < 1_000_000 || $0.isMultiple(of: 100_000) })
        #expect(sample.observations.contains { ($0.saves ?? 0) > 10_000 && $0.saves?.isMultiple(of: 100) == false })
    }

    @Test func `links every reel, and tries what a page does with odd text`() {
        #expect(sample.observations.allSatisfy { $0.reelURL != nil && $0.creatorUsername != nil })
        let captions = Set(sample.observations.compactMap(\.captionText))
        #expect(captions.contains(#"<b>bold move</b> & "quotes""#))
        #expect(captions.contains { $0.utf8.count > 2_000 })
        #expect(captions.contains { $0.contains("איך") || $0.contains("كيف") })
        #expect(sample.observations.contains { !$0.publishTimeIsExact })
    }

    @Test func `takes views from the field that each platform counts plays in`() {
        let sources = Set(sample.observations.map(\.viewsSource))
        #expect(sources == [.videoPlayCount, .playCount, .viewCount])
    }

    @Test func `names nobody: an id is never used twice`() {
        let owners = Dictionary(grouping: sample.observations, by: \.key).mapValues { Set($0.map(\.creatorUsername)) }
        #expect(owners.count == 900 && owners.values.allSatisfy { $0.count == 1 })
    }
}
