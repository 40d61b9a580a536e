import Reels

extension ReelStates {
    /// How these reels stood as of `earlier.asOf`, row by row: `earlier` has those that were seen after it, as they were then.
    /// A reel that was not yet seen then is in no cohort.
    func asOfEarlier(_ earlier: ReelStates) -> ReelStates {
        var states = self
        states.asOf = earlier.asOf
        let known = Dictionary(zip(earlier.reelID.numbers, earlier.reelID.numbers.indices)) { first, _ in first }
        for row in scrapedAt.indices where scrapedAt[row] > earlier.asOf {
            if let place = known[reelID.numbers[row]] {
                states.setCounters(of: row, to: place, of: earlier)
            } else {
                states.publishTime[row] = Instant(microseconds: .max)
            }
        }
        return states
    }

    private mutating func setCounters(of row: Int, to place: Int, of other: ReelStates) {
        publishTime[row] = other.publishTime[place]
        scrapedAt[row] = other.scrapedAt[place]
        views[row] = other.views[place]
        likes[row] = other.likes[place]
        comments[row] = other.comments[place]
        sharesOrSaves[row] = other.sharesOrSaves[place]
        knowsShares[row] = other.knowsShares[place]
    }
}
