/// The items of a dataset, each the bytes of one line of JSON lines, made when they are asked for.
package struct DatasetItems: Sendable {
    /// How many there are.
    package let count: Int
    /// The item at an index from 0.
    package let line: @Sendable (Int) -> [UInt8]

    /// A million items cost no memory where `line` makes each of them from its index.
    package init(count: Int, line: @escaping @Sendable (Int) -> [UInt8]) {
        self.count = count
        self.line = line
    }

    /// These bytes, which need not be JSON, nor UTF-8; but none holds an end of line.
    package init(_ lines: [[UInt8]]) {
        self.init(count: lines.count) { lines[$0] }
    }

    /// These texts.
    package init(_ lines: [String]) {
        self.init(lines.map { Array($0.utf8) })
    }
}
