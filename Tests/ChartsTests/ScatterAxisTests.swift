import Charts
import Sample
import Testing

@Suite struct ScatterAxisTests {
    @Test(
        "every further nine takes the same room",
        arguments: [(0.0, 0.0), (90.0, 100 / 3.0), (99.0, 200 / 3.0), (99.9, 100.0), (100.0, 100.0)])
    func tail(_ row: (percentile: Double, place: Double)) {
        // Half of one reel in 501 others is one in a thousand.
        let place = AxisScale.tail(count: 501).place(percentile: row.percentile, raw: 0)
        #expect(abs(place - row.place) < 1e-9)
    }

    @Test(
        "raw values stand by their logarithms, zeros apart",
        arguments: [(0.0, 0.0), (1.0, 7.0), (10.0, 38.0), (1_000.0, 100.0), (5_000.0, 100.0)])
    func logarithm(_ row: (raw: Double, place: Double)) {
        let scale = AxisScale.logarithm(least: 1, most: 1_000, hasZero: true)
        #expect(abs(scale.place(percentile: 0, raw: row.raw) - row.place) < 1e-9)
    }

    static let scales: [AxisScale] = [
        .percentile, .tail(count: 0), .tail(count: 1), .tail(count: 2), .tail(count: 1_000_000),
        .logarithm(least: 0, most: 0, hasZero: true), .logarithm(least: 5, most: 5, hasZero: false),
        .logarithm(least: 1e-9, most: 5.6e20, hasZero: true), .logarithm(least: 1, most: 1e6, hasZero: false),
    ]

    @Test("no place lies outside the axis, and places ascend", arguments: scales)
    func bounds(_ scale: AxisScale) {
        var random = SplitMix64(seed: 7)
        let percentiles = [0, 0, 100, 100] + (0..<500).map { _ in Double.random(in: 0...100, using: &random) }
        let sorted = percentiles.sorted()
        let places = sorted.map { scale.place(percentile: $0, raw: $0 == 0 ? 0 : $0 * $0 * $0 * 1e4) }
        #expect(places.allSatisfy { $0 >= 0 && $0 <= 100 })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
        for odd in [Double.nan, .infinity, -.infinity, -1] {
            #expect((0...100).contains(scale.place(percentile: odd, raw: odd)))
        }
    }

    @Test func `a tick carries the raw value behind its percentile`() {
        let raw = Cohort.raw(least: RawValues.marks.map { $0 * 10 }, most: 1_000, leastPositive: 25)
        var scatter = Cohort.scatter([Cohort.point("a", x: 1, y: 1)])
        scatter = Scatter(
            title: "", summary: "", across: .percentiles("Velocity", threshold: 80, raw: raw), up: Cohort.up)
        let drawing = written(scatter.file)
        #expect(drawing.contains(">80</text><text x=\"80%\" y=\"100%\" dy=\"35\" text-anchor=\"middle\""))
        #expect(drawing.contains(">800/h</text>"))
        #expect(!written(Cohort.scatter([]).file).contains("/h</text>"))
    }

    @Test func `logarithmic axes have decades, a place for zero, and where breakouts begin`() {
        let raw = Cohort.raw(
            least: RawValues.marks.map { $0 < 50 ? 0 : $0 * 10 }, most: 100_000, leastPositive: 1)
        let axis = ScatterAxis.logarithm("Velocity", threshold: 80, raw: raw)
        let drawing = written(Scatter(title: "", summary: "", across: axis, up: Cohort.up).file)
        for words in ["0/h", "10/h", "100/h", "10000/h", "100000/h", "800/h", "P80"] {
            #expect(drawing.contains(">\(words)</text>"), "\(words)")
        }
        // Too near to 800.
        #expect(!drawing.contains(">1000/h</text>"))
        #expect(axis.place(percentile: 0, raw: nil) == 0 && axis.place(percentile: 100, raw: nil) == 100)
    }

    @Test(
        "the mark of a percentile is the last that it reaches",
        arguments: [(0.0, 0.0), (2.49, 0), (2.5, 2.5), (97.4, 95), (97.5, 97.5), (99.95, 99.9), (100, 100)])
    func mark(_ row: (percentile: Double, mark: Double)) {
        #expect(RawValues.marks[RawValues.mark(of: row.percentile)] == row.mark)
    }
}
