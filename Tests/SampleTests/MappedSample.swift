import Apify
import Reels
import Sample

/// The sample as the import sees it, mapped once for all tests.
struct MappedSample {
    struct Run {
        var observedAt: Instant
        var observations: [Observation] = []
        var rejections: [ItemRejection] = []
    }

    static let shared = MappedSample(SampleFeed())

    var runs: [Run]

    var observations: [Observation] { runs.flatMap(\.observations) }

    /// The observations of each reel, oldest first; of two in one run the one with more views.
    var histories: [ReelKey: [Observation]] {
        var histories: [ReelKey: [Observation]] = [:]
        for observation in observations {
            if let last = histories[observation.key]?.last, last.scrapedAt == observation.scrapedAt {
                guard observation.views > last.views else { continue }
                histories[observation.key]?.removeLast()
            }
            histories[observation.key, default: []].append(observation)
        }
        return histories
    }

    private init(_ feed: SampleFeed) { runs = feed.runs.map(Self.mapped) }

    private static func mapped(_ sample: SampleRun) -> Run {
        let mapper = ItemMapper(scrapedAt: sample.observedAt)
        var run = Run(observedAt: sample.observedAt)
        for line in sample.dataset.split(separator: UInt8(ascii: "\n")) {
            do throws(ItemRejection) {
                run.observations.append(try mapper.observation(from: Array(line)))
            } catch {
                run.rejections.append(error)
            }
        }
        return run
    }
}
