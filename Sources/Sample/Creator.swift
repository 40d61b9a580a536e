internal import Reels

/// Somebody who does not exist and publishes on one platform.
struct Creator {
    var handle: String
    /// The handle in words, as a channel is called.
    var displayName: String
    /// Digits, or a channel's code.
    var accountID: String
    /// How much larger than usual the audience is, on a logarithmic scale.
    var reach: Double

    static func make(count: Int, on platform: Platform, using random: inout SplitMix64) -> [Creator] {
        var taken: Set<String> = []
        var creators: [Creator] = []
        while creators.count < count {
            // Three words: two may well be somebody's.
            let words = [
                random.pick(Vocabulary.materials), random.pick(Vocabulary.things), random.pick(Vocabulary.places),
            ]
            let handle = words.joined(separator: random.pick([".", ".", "_", ""]))
            guard taken.insert(handle).inserted else { continue }
            creators.append(
                Creator(
                    handle: handle, displayName: words.map(\.capitalizedASCII).joined(separator: " "),
                    accountID: accountID(on: platform, using: &random), reach: random.normal()))
        }
        return creators
    }

    private static func accountID(on platform: Platform, using random: inout SplitMix64) -> String {
        platform == .youtube
            ? "UC" + random.code(22, of: Vocabulary.addressAlphabet) : "5" + random.code(10, of: Vocabulary.digits)
    }
}

extension String {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
