/// Text or nothing for each row, of which most is shared with an earlier column: reels come and go, and the texts of those that
/// stay are the largest part of all that is known of them.
public struct SharedTextColumn: Sendable {
    /// Texts that change no more.
    private final class Part: Sendable {
        let texts: TextColumn

        init(_ texts: TextColumn) {
            self.texts = texts
        }
    }

    /// Where a text stands.
    private struct Place {
        let part: UInt32
        let row: UInt32
    }

    private var parts: [Part] = []
    /// Of the first rows.
    private var places: [Place] = []
    /// Of the rows after them.
    private var own = TextColumn()

    /// No rows yet.
    public init() {}

    init(_ texts: TextColumn) {
        own = texts
    }

    /// Some rows of one column, and some of another after them.
    init(_ rows: [Range<Int>], of first: SharedTextColumn, then more: [Range<Int>], of second: SharedTextColumn) {
        append(rows, of: first)
        append(more, of: second)
        // Texts that no row has any more are kept along, but not for ever.
        if parts.reduce(0, { $0 + $1.texts.count }) > 2 * count { self = compacted }
    }

    /// Number of rows.
    public var count: Int { places.count + own.count }

    /// Bytes of all texts, those that no row has any more included.
    public var byteCount: Int { parts.reduce(own.byteCount) { $0 + $1.texts.byteCount } }

    /// The text of a row, nil where there is none.
    public subscript(row: Int) -> String? {
        row < places.count
            ? parts[Int(places[row].part)].texts[Int(places[row].row)] : own[row - places.count]
    }

    /// Its bytes; none where there is no text.
    func utf8(_ row: Int) -> ArraySlice<UInt8> {
        row < places.count
            ? parts[Int(places[row].part)].texts.utf8(Int(places[row].row)) : own.utf8(row - places.count)
    }

    func isNull(_ row: Int) -> Bool {
        row < places.count
            ? parts[Int(places[row].part)].texts.isNull(Int(places[row].row)) : own.isNull(row - places.count)
    }

    mutating func reserve(_ count: Int, bytesEach: Int) { own.reserve(count, bytesEach: bytesEach) }

    /// Adds a row.
    public mutating func append(_ text: String?) { own.append(text) }

    /// Adds a row whose text `write` appends to the bytes that it is given; it returns false where there is none.
    public mutating func append(_ write: (inout [UInt8]) throws -> Bool) rethrows { try own.append(write) }

    /// Only where there are no rows of its own yet.
    private mutating func append(_ rows: [Range<Int>], of other: SharedTextColumn) {
        let base = UInt32(parts.count)
        parts += other.parts
        if other.own.count > 0 { parts.append(Part(other.own)) }
        places.reserveCapacity(places.count + rows.reduce(0) { $0 + $1.count })
        for row in rows.joined() {
            let place = other.place(row)
            places.append(Place(part: base + place.part, row: place.row))
        }
    }

    /// Where a row's text stands once the rows of its own are a part, the last.
    private func place(_ row: Int) -> Place {
        row < places.count ? places[row] : Place(part: UInt32(parts.count), row: UInt32(row - places.count))
    }

    private var compacted: SharedTextColumn {
        var texts = TextColumn()
        for row in 0..<count {
            texts.append { bytes in
                bytes += utf8(row)
                return !isNull(row)
            }
        }
        return SharedTextColumn(texts)
    }
}
