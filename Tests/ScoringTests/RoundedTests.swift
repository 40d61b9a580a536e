import Scoring
import Testing

struct RoundedTests {
    @Test(
        "rounds half to even from the exact value of the double",
        arguments: [
            (0.0, 2, "0"), (12.3, 2, "12.3"), (12.0, 2, "12"), (100.0, 2, "100"), (99.995, 2, "100"),
            // Exact ties go to the even neighbour.
            (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (-0.125, 2, "-0.12"),
            // 0.285 lies below its decimal spelling, 1.005 too; 2.675 as well.
            (0.285, 2, "0.28"), (1.005, 2, "1"), (2.675, 2, "2.67"),
            // The product rounds to a tie here and the double is none: 1.115 lies below, 0.00005 above.
            (1.115, 2, "1.11"), (0.00005, 4, "0.0001"), (8.345, 2, "8.35"), (0.03125, 4, "0.0312"),
            (-0.001, 2, "0"), (0.1 + 0.2, 4, "0.3"), (3_000_000_000.0, 2, "3000000000"),
            (45_035_996_273_704.955, 2, "45035996273704.95"), (45_035_996_273_704.984375, 2, "45035996273704.98"),
            (4_503_599_627_370_495.5, 0, "4503599627370496"), (1.5, 0, "2"), (5.5e20, 2, "5.5e+20"),
        ])
    func rounds(value: Double, decimals: Int, text: String) {
        #expect(Rounded(value, decimals: decimals)?.description == text)
    }

    @Test("no NaN and no infinity ever leaves", arguments: [Double.nan, .infinity, -.infinity])
    func refuses(value: Double) {
        #expect(Rounded(value, decimals: 2) == nil)
    }
}
