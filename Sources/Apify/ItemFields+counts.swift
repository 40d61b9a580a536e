internal import Reels

extension ItemFields {
    /// A whole number from 0 up, written as a number or as text. Nil where it is absent or null.
    func count(_ name: String) throws(ItemRejection) -> Int64? {
        guard let count = try wholeNumber(name) else { return nil }
        guard count >= 0 else { throw badCount(name, "negative") }
        return count
    }

    /// A count that is -1 where the creator hides it; nil then.
    func countUnlessHidden(_ name: String) throws(ItemRejection) -> Int64? {
        try wholeNumber(name) == -1 ? nil : try count(name)
    }

    /// The first of the counts that the item gives.
    func firstCount(_ names: String...) throws(ItemRejection) -> Int64? {
        for name in names {
            if let count = try count(name) { return count }
        }
        return nil
    }

    /// The first of `sources` that the item gives. 0 is a value.
    func views(_ sources: ViewsSource...) throws(ItemRejection) -> (count: Int64, source: ViewsSource) {
        for source in sources {
            if let count = try count(source.rawValue) { return (count, source) }
        }
        let names = sources.map(\.rawValue).joined(separator: ", ")
        throw ItemRejection(.missingViews, "no views are given (\(names))")
    }

    private func wholeNumber(_ name: String) throws(ItemRejection) -> Int64? {
        let text: String
        switch self[name] {
        case nil: return nil
        case .number(let literal)?: text = literal
        case .string(let string)?: text = string
        default: throw badCount(name, "no number")
        }
        guard let number = text.plainNumber else { throw badCount(name, "no number") }
        if let whole = Int64(text) { return whole }
        guard number.magnitude <= Self.largestExactDouble else { throw badCount(name, "too large") }
        let whole = Int64(number)
        guard Double(whole) == number else { throw badCount(name, "not whole") }
        return whole
    }

    /// 2^53: beyond it, doubles skip whole numbers, so that `1e300` is no count.
    private static var largestExactDouble: Double { 9_007_199_254_740_992 }

    private func badCount(_ name: String, _ problem: String) -> ItemRejection {
        ItemRejection(.badCount, "\(name) is \(ShownValue(self[name] ?? .null)), \(problem)")
    }
}

extension String {
    /// The value of a decimal number, nil for all else: `Double` alone also reads `nan`, `inf`, `+1` and hexadecimal.
    var plainNumber: Double? {
        guard utf8.first.map(Self.beginsNumber) == true, utf8.allSatisfy(Self.isInNumber), let number = Double(self),
            number.isFinite
        else { return nil }
        return number
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool { JSONByte.isDigit(byte) || byte == UInt8(ascii: "-") }

    private static func isInNumber(_ byte: UInt8) -> Bool { JSONByte.isDigit(byte) || "+-.eE".utf8.contains(byte) }
}
