package import Reels

/// An answer as it is sent, with the tag that names its bytes: what is kept and sent again.
package struct Representation: Sendable {
    let answer: Answer
    /// A strong entity tag: length and fingerprint of the very bytes that are sent, so that each coding has its own,
    /// and every responder gives the same one. Two versions meet by accident once in 2^64; SHA-256 of the whole
    /// sample would take longer than writing it.
    package let tag: String
    /// When it became what it is; nil where that is not known.
    let changedAt: Instant?

    /// `answer` in its final coding.
    package init(_ answer: Answer, changedAt: Instant? = nil) {
        self.answer = answer
        self.changedAt = changedAt
        var print = Fingerprint()
        print.add(answer.body)
        tag = "\"" + String(answer.body.count, radix: 16) + "-" + String(print.value, radix: 16) + "\""
    }

    /// Bytes that it takes to keep.
    var cost: Int { answer.body.count }

    /// Whether one of the tags of `If-None-Match`, or `*`, names these bytes (RFC 9110, 13.1.2: weak comparison).
    func isNamed(by condition: String) -> Bool {
        condition == tag
            || condition.split(separator: ",").map(\.trimmed).contains { candidate in
                candidate == "*" || (candidate.hasPrefix("W/") ? String(candidate.dropFirst(2)) : candidate) == tag
            }
    }
}
