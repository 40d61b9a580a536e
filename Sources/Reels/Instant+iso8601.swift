extension Instant {
    /// Reads `2026-05-01T11:47:37Z`: date, `T` or a space, time to the second, an optional fraction, and `Z` or an offset
    /// (`+02:00`, `+0200`). Digits beyond the microsecond are dropped. A leap second, 23:59:60 in UTC, is read as the second after
    /// it, as in POSIX. Nil for anything else, a time without a zone and years outside 0001 to 9999 included.
    public init?(iso8601 text: some StringProtocol) {
        var reader = DigitReader(Substring(text).utf8)
        guard let date = reader.date(), reader.skip(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }),
            let time = reader.timeOfDay(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        microseconds = Int64(date.daysSinceEpoch) * Microseconds.day + time.microseconds - offset
        // Only the last minute of a day in UTC may have one.
        let sinceMidnight = microseconds - microseconds.floorDivided(by: Microseconds.day) * Microseconds.day
        guard !time.isLeapSecond || sinceMidnight < Microseconds.second else { return nil }
        // The offset may lead out of the years that can be written.
        guard self >= .earliest, self < .end else { return nil }
    }

    /// Reads a day alone, `2026-05-01`, as its midnight in UTC.
    public init?(iso8601Day text: some StringProtocol) {
        var reader = DigitReader(Substring(text).utf8)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        microseconds = Int64(date.daysSinceEpoch) * Microseconds.day
    }

    /// UTC with `Z`: `2026-05-01T11:47:37Z`; with three or six digits of a fraction where there is one.
    public var iso8601: String {
        let dayNumber = microseconds.floorDivided(by: Microseconds.day)
        let timeOfDay = Int(microseconds - dayNumber * Microseconds.day)
        let seconds = timeOfDay / Int(Microseconds.second)
        let fraction = timeOfDay % Int(Microseconds.second)
        let date = CivilDate(daysSinceEpoch: Int(dayNumber))
        var text = date.year.padded(to: 4) + "-" + date.month.padded(to: 2) + "-" + date.day.padded(to: 2)
        text += "T" + (seconds / 3600).padded(to: 2)
        text += ":" + (seconds / 60 % 60).padded(to: 2) + ":" + (seconds % 60).padded(to: 2)
        if fraction != 0 {
            text += "." + (fraction % 1000 == 0 ? (fraction / 1000).padded(to: 3) : fraction.padded(to: 6))
        }
        return text + "Z"
    }

    /// The day in UTC on which the instant lies.
    public var day: CivilDate {
        CivilDate(daysSinceEpoch: Int(microseconds.floorDivided(by: Microseconds.day)))
    }
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    /// Decimal digits with leading zeros, at least `width` of them.
    public func padded(to width: Int) -> String {
        let digits = String(self)
        return digits.utf8.count >= width
            ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}

/// Reads fixed-width decimal fields from the front of some bytes.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ bytes: Substring.UTF8View) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(where matches: (UInt8) -> Bool) -> Bool {
        guard let first = rest.first, matches(first) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skip { $0 == UInt8(ascii: character) }
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = nextDigit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    mutating func nextDigit() -> Int? {
        guard let first = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
        rest.removeFirst()
        return Int(first - UInt8(ascii: "0"))
    }

    mutating func date() -> CivilDate? {
        guard let year = number(digits: 4), year > 0, skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Microseconds since midnight, and whether they were written as the 60th second of a minute.
    mutating func timeOfDay() -> (microseconds: Int64, isLeapSecond: Bool)? {
        guard let hour = number(digits: 2), hour < 24, skip(":"), let minute = number(digits: 2), minute < 60,
            skip(":"), let second = number(digits: 2), second <= 60, let fraction = fraction()
        else { return nil }
        let whole = Int64(hour * 3600 + minute * 60 + second) * Microseconds.second
        return (whole + fraction, isLeapSecond: second == 60)
    }

    /// Microseconds of an optional decimal fraction of a second.
    mutating func fraction() -> Int64? {
        guard skip(".") else { return 0 }
        guard let first = nextDigit() else { return nil }
        var value = Int64(first) * 100_000
        var unit: Int64 = 10_000
        while let digit = nextDigit() {
            value += Int64(digit) * unit
            unit /= 10
        }
        return value
    }

    /// Microseconds by which the local time is ahead of UTC.
    mutating func offset() -> Int64? {
        if skip("Z") { return 0 }
        let sign: Int64 = skip("+") ? 1 : -1
        guard sign == 1 || skip("-"), let hours = number(digits: 2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * Int64(hours * 60 + minutes) * Microseconds.minute
    }
}
