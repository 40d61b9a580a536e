import Reels

/// The parameters of a request, each at most once, none but the allowed ones.
struct Parameters {
    private var values: [String: String] = [:]
    /// A form's date and time control sends no zone, and what it is labelled with is UTC; programs have to name theirs.
    private let takesTimesWithoutZone: Bool

    /// As the API takes them: an unknown, repeated or unreadable one is refused by name.
    init(strict text: String, allowed: [String]) throws(Problem) {
        takesTimesWithoutZone = false
        for item in QueryItem.items(of: text) {
            guard allowed.contains(item.name) else {
                throw .impossible(
                    item.name, allowed.isEmpty ? "is not known here, and no other is." : Self.unknown(allowed))
            }
            guard values[item.name] == nil else { throw .impossible(item.name, "may be given only once.") }
            values[item.name] = try Self.readable(item)
        }
    }

    /// As pages take them: unknown and empty ones don't count, nor does saying the same twice.
    init(lenient text: String, allowed: [String]) throws(Problem) {
        takesTimesWithoutZone = true
        for item in QueryItem.items(of: text) where allowed.contains(item.name) && item.value != "" {
            let value = try Self.readable(item)
            guard values[item.name, default: value] == value else {
                throw .impossible(item.name, "is given twice, with different values.")
            }
            values[item.name] = value
        }
    }

    private static func readable(_ item: QueryItem) throws(Problem) -> String {
        guard let value = item.value else {
            throw .impossible(item.name, "is not properly percent-encoded UTF-8.")
        }
        return value
    }

    private static func unknown(_ allowed: [String]) -> String {
        "is not known here; known are " + allowed.joined(separator: ", ") + "."
    }

    /// The value as sent; nil where the parameter was not given.
    subscript(name: String) -> String? { values[name] }
}

extension Parameters {
    /// One of a fixed set of names.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) throws(Problem) -> Choice?
    where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .impossible(name, "must be one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return choice
    }

    /// An instant; from programs with a zone.
    func instant(_ name: String, notAfter latest: Instant) throws(Problem) -> Instant? {
        guard let text = self[name] else { return nil }
        guard let instant = Instant(iso8601: text) ?? (takesTimesWithoutZone ? Instant(formTime: text) : nil) else {
            throw .impossible(
                name, "must be an instant such as 2026-05-01T12:00:00Z; the + of an offset is written %2B.")
        }
        guard instant <= latest else { throw .impossible(name, "lies in the future.") }
        return instant
    }

    /// A whole number in `range`, in decimal digits.
    func count<Number: FixedWidthInteger>(_ name: String, in range: ClosedRange<Number>) throws(Problem) -> Number? {
        guard let text = self[name] else { return nil }
        guard text.utf8.allSatisfy(Self.isDigit), let number = Number(text), range.contains(number) else {
            throw .impossible(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// `true` or `false`.
    func flag(_ name: String) throws(Problem) -> Bool? {
        guard let text = self[name] else { return nil }
        guard let flag = Bool(text) else { throw .impossible(name, "must be true or false.") }
        return flag
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
