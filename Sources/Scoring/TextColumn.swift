/// A column of optional strings in one run of bytes: nothing is allocated for a row, which takes eight bytes beside its own.
public struct TextColumn: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each row ends; a row begins where the one before it ends.
    private var ends: [Int] = []
    /// Rows that are null, as opposed to empty.
    private var absent = BitColumn()

    /// An empty column.
    public init() {}

    /// Of rows that end in `bytes` at `ends`, ascending.
    init(bytes: [UInt8], ends: [Int], absent: BitColumn) {
        self.bytes = bytes
        self.ends = ends
        self.absent = absent
    }

    /// Number of rows.
    public var count: Int { ends.count }

    /// Bytes of all rows' texts.
    public var byteCount: Int { bytes.count }

    /// Makes room for so many rows, of about so many bytes each.
    mutating func reserve(_ count: Int, bytesEach: Int) {
        ends.reserveCapacity(count)
        bytes.reserveCapacity(count * bytesEach)
    }

    /// Adds a row.
    public mutating func append(_ text: String?) {
        append { bytes in
            bytes.append(contentsOf: (text ?? "").utf8)
            return text != nil
        }
    }

    /// Adds a row whose text `write` appends to the bytes that it is given; null where it returns false. Nothing is added where
    /// it throws.
    public mutating func append(_ write: (inout [UInt8]) throws -> Bool) rethrows {
        let start = bytes.count
        do {
            absent.append(!(try write(&bytes)))
            ends.append(bytes.count)
        } catch {
            bytes.removeLast(bytes.count - start)
            throw error
        }
    }

    /// Adds a row.
    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
        absent.append(false)
        ends.append(bytes.count)
    }

    /// Adds some rows of `other`.
    mutating func append(_ rows: Range<Int>, of other: TextColumn) {
        let start = bytes.count - other.start(rows.lowerBound)
        bytes.append(contentsOf: other.bytes[other.start(rows.lowerBound)..<other.start(rows.upperBound)])
        for row in rows {
            ends.append(start + other.ends[row])
            absent.append(other.absent[row])
        }
    }

    /// The row's text, nil where it is null.
    public subscript(row: Int) -> String? {
        absent[row] ? nil : String(decoding: utf8(row), as: UTF8.self)
    }

    /// The row's bytes; empty where it is null.
    public func utf8(_ row: Int) -> ArraySlice<UInt8> {
        bytes[range(row)]
    }

    /// Whether the row has no text.
    func isNull(_ row: Int) -> Bool { absent[row] }

    /// Removes all rows, and keeps room for as many.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        absent = BitColumn()
    }

    /// Where the row's bytes are.
    func range(_ row: Int) -> Range<Int> {
        start(row)..<ends[row]
    }

    private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }
}
