import Reels
import Sample
import Scoring
import Testing

struct CreatorMultiplierTests {
    @Test("views over the median of the creator's other reels, from three others on")
    func byHand() {
        // Creator 0 has 10, 20, 30, 200; creator 1 only three reels; creator 2 has 5 reels of 4; one creator is
        // unknown.
        let creators: [Int32] = [0, 1, 0, 2, 0, 1, 0, 2, 1, 2, -1, 2, 2]
        let views: [Int64] = [10, 7, 20, 4, 30, 7, 200, 4, 7, 4, 9, 4, 4]
        let multipliers = CreatorMultipliers(creators: creators, views: views)
        #expect(multipliers[6] == 10)
        #expect(multipliers[0] == 10.0 / 30 && multipliers[2] == 20.0 / 30 && multipliers[4] == 30.0 / 20)
        #expect(multipliers[1] == nil && multipliers[10] == nil)
        #expect(multipliers[3] == 1 && multipliers[12] == 1)
    }

    @Test("no multiplier where the median is 0")
    func zeroMedian() {
        let multipliers = CreatorMultipliers(creators: [0, 0, 0, 0], views: [0, 0, 9, 5])
        #expect(multipliers[0] == 0 && multipliers[2] == nil && multipliers[3] == nil)
    }

    @Test("equal to taking each reel out and sorting the others", arguments: 0..<50)
    func random(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let creators = (0..<120).map { _ in Int32(random.next() % 14) - 1 }
        let views = (0..<120).map { _ in Int64(random.next() % 30) }
        let multipliers = CreatorMultipliers(creators: creators, views: views)
        for row in views.indices {
            let others = views.indices.filter { $0 != row && creators[$0] == creators[row] && creators[row] >= 0 }
            let median = others.count < 3 ? nil : Formulas.quantile(0.5, ofSorted: others.map { views[$0] }.sorted())
            #expect(multipliers[row] == median.flatMap { $0 == 0 ? nil : Double(views[row]) / $0 })
        }
    }

    @Test("nothing, an unknown creator alone, and the largest counts")
    func edges() {
        #expect(CreatorMultipliers(creators: [-1], views: [5])[0] == nil)
        _ = CreatorMultipliers(creators: [], views: [])
        #expect(CreatorMultipliers(creators: [0, 0, 0, 0], views: [.max, .max, .max, .max])[0] == 1)
    }

    @Test(
        "classes reach up to the next",
        arguments: [
            (1.999, CreatorMultiplierClass?.none), (2, .twofold), (4.999, .twofold), (5, .fivefold), (10, .tenfold),
            (20, .twentyfold), (50, .fiftyfold), (99.9, .fiftyfold), (100, .hundredfold), (1e9, .hundredfold),
        ])
    func classes(multiplier: Double, expected: CreatorMultiplierClass?) {
        #expect(CreatorMultiplierClass(multiplier: multiplier) == expected)
    }
}
