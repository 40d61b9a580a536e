import Site
import Testing

struct PagesFiguresTests {
    @Test(
        "whole numbers stand in groups of three",
        arguments: [
            (Int64(0), "0"), (Int64(999), "999"), (Int64(1_000), "1_000"), (Int64(3_000_000_000), "3_000_000_000"),
            (Int64(-12_345), "−12_345"),
            (Int64.max, "9_223_372_036_854_775_807"),
        ])
    func whole(_ row: (number: Int64, text: String)) {
        #expect(Figures.whole(row.number) == row.text.replacing("_", with: "\u{202F}"))
    }

    @Test(
        "large numbers are told in few characters",
        arguments: [
            (0.0, "0"), (849.6, "850"), (999.4, "999"), (999.6, "1 k"), (1_240, "1.2 k"), (9_949, "9.9 k"),
            (41_200, "41 k"),
            (999_400, "999 k"), (999_600, "1 M"), (2_000_000_000, "2 bn"), (-1_500, "-1.5 k"),
        ])
    func short(_ row: (value: Double, text: String)) {
        #expect(Figures.short(row.value) == row.text.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "when a reel was seen is told in hours for two days, then in days",
        arguments: [(0.4, "< 1 h ago"), (1.0, "1 h ago"), (47.9, "47 h ago"), (48.0, "2 d ago"), (200.0, "8 d ago")])
    func seen(_ row: (hours: Double, text: String)) {
        #expect(Figures.seen(hoursAgo: row.hours) == row.text.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "times the average keep a decimal where it says something",
        arguments: [
            (0.0, "0.0 ×"), (0.04, "under 0.1 ×"), (0.5, "0.5 ×"), (9.94, "9.9 ×"), (9.96, "10 ×"), (41.2, "41 ×"),
        ])
    func factor(_ row: (value: Double, text: String)) {
        #expect(Figures.factor(row.value) == row.text.replacing(" ", with: "\u{A0}"))
    }

    @Test("95 is written where 95 is reached", arguments: [(94.9999, "94"), (95.0, "95"), (100.0, "100"), (0.4, "0")])
    func reached(_ row: (value: Double, text: String)) {
        #expect(Figures.reached(row.value) == row.text)
    }

    @Test(
        "ages are rounded down",
        arguments: [
            (1.0 / 60, "1 min"), (0.999, "59 min"), (1.0, "1 h"), (47.99, "47 h"), (48.0, "2 d 0 h"),
            (71.99, "2 d 23 h"),
        ])
    func age(_ row: (hours: Double, text: String)) {
        #expect(Figures.age(hours: row.hours) == row.text.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "durations are rounded down",
        arguments: [
            (Int64(0), "under 1 s"), (999_999, "under 1 s"), (1_000_000, "1 s"), (59_999_999, "59 s"),
            (60_000_000, "1 min 0 s"), (3_599_000_000, "59 min 59 s"), (3_600_000_000, "1 h 0 min"),
            (90_061_000_000, "25 h 1 min"),
        ])
    func duration(_ row: (microseconds: Int64, text: String)) {
        #expect(Figures.duration(microseconds: row.microseconds) == row.text.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "dollars have their cents, and further decimals where they say more",
        arguments: [
            (0.0, "$0.00"), (3, "$3.00"), (0.5, "$0.50"), (0.12, "$0.12"), (0.0123, "$0.0123"), (0.12344, "$0.1234"),
            (.nan, "–"),
        ])
    func dollars(_ row: (amount: Double, text: String)) {
        #expect(Figures.dollars(row.amount) == row.text)
    }

    @Test(
        "rates and multiples keep what tells them apart",
        arguments: [
            (Figures.rate(0.0625), "6.2 %"), (Figures.rate(0.4), "40.0 %"), (Figures.rate(0), "0.0 %"),
            (Figures.multiplier(3.44), "×3.4"),
            (Figures.multiplier(0.0), "×0.0"), (Figures.multiplier(0.04), "under ×0.1"),
            (Figures.multiplier(0.1), "×0.1"),
            (Figures.multiplier(9.96), "×10"),
            (Figures.multiplier(1_234.5), "×1_234"),
            (Figures.velocity(0), "0"), (Figures.velocity(0.3), "under 1"), (Figures.velocity(62_307.6), "62_308"),
            (Figures.velocity(1e30), "–"), (Figures.exact(91.3), "91.3"), (Figures.exact(66.666), "66.67"),
        ])
    func others(_ row: (shown: String, text: String)) {
        #expect(row.shown == row.text.replacing("_", with: "\u{202F}").replacing(" ", with: "\u{A0}"))
    }
}
