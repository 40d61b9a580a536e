import Reels
import Sample
import Scoring
import Testing

/// The texts of states that runs have changed, one after the other.
struct SharedTextColumnTests {
    private static let start = Instant(seconds: 1_777_636_800)

    /// `reels` reels, each seen by run `run`.
    private static func states(_ reels: [Int], run: Int, after known: ReelStates? = nil) -> ReelStates {
        var states = ReelStates(
            platform: .tiktok, asOf: start.advanced(byMicroseconds: Int64(run) * Microseconds.hour),
            reels: known?.reelID.dictionary ?? TextDictionary(),
            creators: known?.creatorUsername.dictionary ?? TextDictionary())
        for reel in reels {
            var seen = Observation(
                key: ReelKey(reelID: "r\(reel)", platform: .tiktok), scrapedAt: states.asOf, publishTime: start,
                views: 1,
                viewsSource: .playCount)
            seen.captionText = reel % 3 == 0 ? nil : text(reel, run)
            seen.reelURL = reel % 5 == 0 ? "" : text(reel, run)
            states.append(seen)
        }
        return states
    }

    private static func text(_ reel: Int, _ run: Int) -> String {
        "é \(reel) " + String(repeating: "seen by \(run) ", count: 5)
    }

    @Test("each reel keeps its own texts however many runs have replaced others, and those of nobody are let go")
    func updates() {
        var random = SplitMix64(seed: 7)
        var states = Self.states(Array(0..<200), run: 0)
        var runs = [Int](repeating: 0, count: 200)
        let bytes = states.reelURL.byteCount
        for run in 1...60 {
            let seen = (0..<200).filter { _ in random.pick([true, false, false]) }
            for reel in seen { runs[reel] = run }
            states = states.updated(
                with: Self.states(seen, run: run, after: states), publishedSince: .earliest, orSeenAfter: nil)
            #expect(states.count == 200 && states.reelURL.byteCount < 4 * bytes)
            for row in 0..<200 {
                let reel = Int(states.reelID[row]?.dropFirst() ?? "") ?? -1
                let text = Self.text(reel, runs[reel])
                #expect(states.captionText[row] == (reel % 3 == 0 ? nil : text))
                #expect(states.reelURL[row] == (reel % 5 == 0 ? "" : text))
            }
        }
    }
}
