internal import Reels

extension ItemFields {
    /// A publish time with date, time and zone.
    func instant(_ name: String) throws(ItemRejection) -> Instant {
        guard let value = self[name] else { throw ItemRejection(.missingPublishTime, "\(name) is missing") }
        guard let instant = text(name).flatMap({ Instant(iso8601: $0) }) else {
            throw ItemRejection(.badPublishTime, "\(name) is \(ShownValue(value)), no time with a zone")
        }
        return instant
    }

    /// A publish time in whole seconds since 1970, up to the year 9999. Nil where it is absent.
    func secondsSince1970(_ name: String) throws(ItemRejection) -> Instant? {
        guard let value = self[name] else { return nil }
        guard let seconds = text(name).flatMap({ Int64($0) }), (0...253_402_300_799).contains(seconds) else {
            throw ItemRejection(.badPublishTime, "\(name) is \(ShownValue(value)), no seconds since 1970")
        }
        return Instant(seconds: seconds)
    }

    /// A length of time in seconds, from `16`, `"16.5"`, `1:00` or `00:00:16`. Nil where it is absent or anything else:
    /// a strange duration is no reason to lose a reel.
    func seconds(_ name: String) -> Double? {
        guard let text = text(name) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text.plainNumber.flatMap { $0 >= 0 ? $0 : nil } }
        guard parts.count <= 3 else { return nil }
        var total = 0
        for part in parts {
            guard (1...6).contains(part.count), part.allSatisfy(JSONByte.isDigit), let number = Int(Substring(part))
            else { return nil }
            total = total * 60 + number
        }
        return Double(total)
    }
}
