public import Reels

extension ReelStates {
    /// The states with those of `newer` in place of their reels' own, as of `newer.asOf`. Reels published before `earliest` are
    /// left out, but for those seen after `previous`. The numbers of reels and creators in `newer` go on after those of these
    /// states.
    public func updated(
        with newer: ReelStates, publishedSince earliest: Instant, orSeenAfter previous: Instant?
    ) -> ReelStates {
        let previous = previous ?? Instant(microseconds: .max)
        var isReplaced = [Bool](repeating: false, count: newer.reelID.dictionary.count)
        for number in newer.reelID.numbers { isReplaced[Int(number)] = true }
        var updated = ReelStates(
            platform: platform, asOf: newer.asOf, reels: newer.reelID.dictionary,
            creators: newer.creatorUsername.dictionary)
        updated.reserve(count + newer.count)
        updated.append(of: self) { row in
            (self.publishTime[row] >= earliest || self.scrapedAt[row] > previous)
                && !isReplaced[Int(self.reelID.numbers[row])]
        }
        updated.append(of: newer) { row in newer.publishTime[row] >= earliest || newer.scrapedAt[row] > previous }
        return updated
    }

    /// Appends the rows of `other` that `isIncluded`, in long stretches where it can.
    private mutating func append(of other: ReelStates, where isIncluded: (Int) -> Bool) {
        var start = 0
        for row in 0...other.count where row == other.count || !isIncluded(row) {
            append(start..<row, of: other)
            start = row + 1
        }
    }

    private mutating func append(_ rows: Range<Int>, of other: ReelStates) {
        guard !rows.isEmpty else { return }
        reelID.append(rows, of: other.reelID)
        reelURL.append(rows, of: other.reelURL)
        creatorUsername.append(rows, of: other.creatorUsername)
        captionText.append(rows, of: other.captionText)
        publishTime.append(contentsOf: other.publishTime[rows])
        scrapedAt.append(contentsOf: other.scrapedAt[rows])
        views.append(contentsOf: other.views[rows])
        likes.append(contentsOf: other.likes[rows])
        comments.append(contentsOf: other.comments[rows])
        sharesOrSaves.append(contentsOf: other.sharesOrSaves[rows])
        for row in rows { knowsShares.append(other.knowsShares[row]) }
    }
}
