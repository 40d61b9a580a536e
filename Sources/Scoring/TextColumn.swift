/// A column of optional strings in one run of bytes: no allocation a row, sixteen bytes saved on each against `String?`.
public struct TextColumn: Sendable {
    private var bytes: [UInt8] = []
    /// Where each row ends; a row begins where the one before it ends.
    private var ends: [Int] = []
    /// Rows that are null, as opposed to empty.
    private var absent: Set<Int32> = []

    /// An empty column.
    public init() {}

    /// Number of rows.
    public var count: Int { ends.count }

    /// Adds a row.
    public mutating func append(_ text: String?) {
        if let text {
            bytes.append(contentsOf: text.utf8)
        } else {
            absent.insert(Int32(ends.count))
        }
        ends.append(bytes.count)
    }

    /// The row's text, nil where it is null.
    public subscript(row: Int) -> String? {
        absent.contains(Int32(row)) ? nil : String(decoding: utf8(row), as: UTF8.self)
    }

    /// The row's bytes; empty where it is null.
    public func utf8(_ row: Int) -> ArraySlice<UInt8> {
        bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
    }
}
