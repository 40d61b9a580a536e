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
        let kept = stretches { row in
            (publishTime[row] >= earliest || scrapedAt[row] > previous) && !isReplaced[Int(reelID.numbers[row])]
        }
        let added = newer.stretches { row in
            newer.publishTime[row] >= earliest || newer.scrapedAt[row] > previous
        }
        updated.reserveNumbers(count + newer.count)
        for rows in kept { updated.appendNumbers(rows, of: self) }
        for rows in added { updated.appendNumbers(rows, of: newer) }
        updated.reelURL = SharedTextColumn(kept, of: reelURL, then: added, of: newer.reelURL)
        updated.captionText = SharedTextColumn(kept, of: captionText, then: added, of: newer.captionText)
        return updated
    }

    /// The rows that are included, in stretches as long as can be.
    private func stretches(where isIncluded: (Int) -> Bool) -> [Range<Int>] {
        var (start, stretches) = (0, [Range<Int>]())
        for row in 0...count where row == count || !isIncluded(row) {
            if start < row { stretches.append(start..<row) }
            start = row + 1
        }
        return stretches
    }

    /// All but the texts.
    private mutating func appendNumbers(_ rows: Range<Int>, of other: ReelStates) {
        reelID.append(rows, of: other.reelID)
        creatorUsername.append(rows, of: other.creatorUsername)
        publishTime.append(contentsOf: other.publishTime[rows])
        scrapedAt.append(contentsOf: other.scrapedAt[rows])
        views.append(contentsOf: other.views[rows])
        likes.append(contentsOf: other.likes[rows])
        comments.append(contentsOf: other.comments[rows])
        sharesOrSaves.append(contentsOf: other.sharesOrSaves[rows])
        for row in rows { knowsShares.append(other.knowsShares[row]) }
    }
}
