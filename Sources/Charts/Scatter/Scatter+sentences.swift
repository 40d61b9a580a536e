extension Scatter {
    /// What has to be known to read the drawing rightly, a sentence each; empty where nothing is out of the ordinary.
    public var sentences: [String] {
        guard !isEmpty || unplacedCount > 0 else { return ["No reel to draw."] + remarks }
        let ours = [
            smallCohortSentence, quadrantSentence, cellSentence, hiddenSentence, unplacedSentence, sharedPlacesSentence,
        ]
        return ours.compactMap { $0 } + remarks
    }

    private var smallCohortSentence: String? {
        guard isCohortSmall else { return nil }
        return "So few reels were published in this window that percentiles mean little, and none is marked."
    }

    private var quadrantSentence: String? {
        guard let quadrant else { return nil }
        let reels = quadrant.count == 1 ? "1 reel is" : quadrant.count.grouped + " reels are"
        return
            "\(reels) in the shaded corner. If speed and engagement had nothing to do with each other, chance would put "
            + "\(quadrant.expectedWords) there."
    }

    private var cellSentence: String? {
        guard !cells.isEmpty else { return nil }
        return
            "\(points.count.grouped) of \(placedCount.grouped) reels are drawn one by one: confirmed breakouts, then top "
            + "performers, then by score. The others stand in cells, which count all of their reels and lead to them."
    }

    private var hiddenSentence: String? {
        guard hiddenCount > 0 else { return nil }
        let some = lane.count < hiddenCount ? " The fastest \(lane.count.grouped) of them are drawn one by one." : ""
        return hiddenCount == 1
            ? "1 reel hides its likes, so its engagement is not known: it stands in the lane below."
            : "\(hiddenCount.grouped) reels hide their likes, so their engagement is not known: they stand in the lane below."
                + some
    }

    private var unplacedSentence: String? {
        switch unplacedCount {
        case ...0: nil
        case 1:
            "1 reel has no pace for its age, for want of others to be compared with or of an exact age, and is not drawn."
        default:
            "\(unplacedCount.grouped) reels have no pace for their age, for want of others to be compared with or of an "
                + "exact age, and are not drawn."
        }
    }

    private var sharedPlacesSentence: String? {
        guard placedPoints.contains(where: { $0.shift != nil }) else { return nil }
        return "Reels in the same place are drawn side by side."
    }
}

extension Scatter.Quadrant {
    /// Whole, from two on.
    var expectedWords: String {
        guard expected < 1.95 else { return Int(exactly: expected.rounded(.toNearestOrEven))?.grouped ?? "many" }
        let tenths = Int((max(expected, 0) * 10).rounded(.toNearestOrEven))
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// `18 here, 12 by chance`.
    var caption: String { "\(name): \(count.grouped) here, \(expectedWords) by chance" }
}

extension Int {
    /// Digits in groups of three with narrow spaces, at which no line is broken: `1 500`.
    var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "\u{202F}" }
            text.append(digit)
        }
        return text
    }
}
