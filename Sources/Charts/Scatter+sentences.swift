extension Scatter {
    /// What has to be known to read the drawing rightly, a sentence each; empty where nothing is out of the ordinary.
    public var sentences: [String] {
        guard !points.isEmpty || unplacedCount > 0 else { return ["No reel was published in this window."] }
        return [smallCohortSentence, notDrawnSentence, unplacedSentence, sharedPlacesSentence].compactMap { $0 }
    }

    private var smallCohortSentence: String? {
        guard isCohortSmall else { return nil }
        return "So few reels were published in this window that percentiles mean little, and none is marked."
    }

    private var notDrawnSentence: String? {
        let count = points.count - drawnPoints.count + undrawnCount
        guard count > 0 else { return nil }
        return "The first \(drawnPoints.count.grouped) of \((drawnPoints.count + count).grouped) reels are drawn; "
            + "\(count.grouped) that rank lower are not."
    }

    private var unplacedSentence: String? {
        switch unplacedCount {
        case ...0: nil
        case 1: "1 reel hides its likes and so has no engagement percentile: it is not drawn."
        default:
            "\(unplacedCount.grouped) reels hide their likes and so have no engagement percentile: they are not drawn."
        }
    }

    private var sharedPlacesSentence: String? {
        guard placedPoints.contains(where: { $0.shift != nil }) else { return nil }
        return "Reels in the same place are drawn side by side."
    }
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
