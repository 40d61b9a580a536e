import Markup
import Reels

/// The shape of a run's id: a UUID in lower case. What has another shape is asked of no database.
enum RunID {
    /// Digits between the dashes.
    private static let groups = [8, 4, 4, 4, 12]

    static func isOne(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == groups
            && parts.joined().allSatisfy { byte in
                PercentDecoding.hexValue(byte) != nil && !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
            }
    }

    /// Where the run of this id stands.
    static func address(_ id: String) -> SiteAddress {
        SiteAddress("ingest", "runs", id)
    }
}

extension RunCursor {
    /// The cursor as it leaves.
    var text: String {
        var writer = CursorWriter()
        writer.add(startedAt.microseconds)
        for byte in id.utf8 { writer.add(byte) }
        return writer.text()
    }

    /// Nil for anything that `text` cannot have given.
    init?(_ text: String) {
        guard var reader = CursorReader(text), let start = reader.next(Int64.self),
            Instant.writable.contains(Instant(microseconds: start))
        else { return nil }
        var id: [UInt8] = []
        while let byte = reader.next(UInt8.self) { id.append(byte) }
        let name = String(decoding: id, as: UTF8.self)
        guard RunID.isOne(name) else { return nil }
        self.init(startedAt: Instant(microseconds: start), id: name)
        // Digits in upper case are forged.
        guard self.text == text else { return nil }
    }
}
