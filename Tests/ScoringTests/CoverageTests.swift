import Scoring
import Testing

struct CoverageTests {
    @Test("shares of a cohort: fresh, seen at least twice, shares known")
    func percentages() {
        var coverage = Coverage()
        coverage.count(isFresh: true, sightings: 1, sharesAreKnown: false)
        coverage.count(isFresh: false, sightings: 2, sharesAreKnown: false)
        coverage.count(isFresh: true, sightings: 5, sharesAreKnown: true)
        coverage.count(isFresh: true, sightings: 0, sharesAreKnown: false)
        #expect(coverage.freshPercentage == 75 && coverage.seenTwicePercentage == 50)
        #expect(coverage.sharesKnownPercentage == 25 && coverage.warnsOfShares)
    }

    @Test("without reels there are no percentages, and no warning")
    func empty() {
        #expect(Coverage().freshPercentage == nil && Coverage().seenTwicePercentage == nil)
        #expect(Coverage().sharesKnownPercentage == nil && !Coverage().warnsOfShares)
    }

    @Test(
        "warns where shares are known of 5 to 95 %",
        arguments: [(4, false), (5, true), (95, true), (96, false), (0, false), (100, false)])
    func warning(known: Int, warns: Bool) {
        var coverage = Coverage()
        for reel in 0..<100 { coverage.count(isFresh: true, sightings: 1, sharesAreKnown: reel < known) }
        #expect(coverage.warnsOfShares == warns)
    }
}
