/// A statement with its values apart: what is interpolated becomes `$1`, `$2`, ... and travels beside the text, so that no value
/// can become syntax. Text that must stand in the statement itself needs the label `unescaped`, and a name the label `name`.
///
/// Every statement begins with a comment that names it: `-- runs.finish`. The name stands in errors and in PostgreSQL's own log.
public struct Query: Sendable, ExpressibleByStringInterpolation {
    /// What is sent to the server.
    package internal(set) var text: String
    var values: [Value]

    /// A value on its way to the server; PostgreSQL infers its type from the statement.
    enum Value: Sendable {
        case text(String?)
        case bytes([UInt8]?)
    }

    /// The text as it is, without values.
    public init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    /// The interpolated pieces, joined.
    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// The statement's name: the words of its leading comment.
    var name: String? {
        guard text.hasPrefix("--") else { return nil }
        let words = text.prefix { !$0.isNewline }.dropFirst(2).drop { $0 == " " }
        return words.isEmpty ? nil : String(words)
    }
}

extension Query {
    /// Gathers the pieces of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text = ""
        var values: [Value] = []

        /// Room for the literal parts.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 4)
            values.reserveCapacity(interpolationCount)
        }

        private mutating func append(_ value: Value) {
            values.append(value)
            text += "$\(values.count)"
        }

        /// A literal part of the statement.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A text value.
        public mutating func appendInterpolation(_ value: String?) { append(.text(value)) }

        /// A whole number.
        public mutating func appendInterpolation(_ value: (some BinaryInteger)?) {
            append(.text(value.map { "\($0)" }))
        }

        /// A double; its shortest decimal form reads back as the same double.
        public mutating func appendInterpolation(_ value: Double?) { append(.text(value.map { "\($0)" })) }

        /// A truth value.
        public mutating func appendInterpolation(_ value: Bool?) { append(.text(value.map { $0 ? "t" : "f" })) }

        /// Bytes, sent as they are.
        public mutating func appendInterpolation(bytes value: [UInt8]?) { append(.bytes(value)) }

        /// A name of a schema, table or column, quoted.
        public mutating func appendInterpolation(name: String) {
            text +=
                "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }

        /// Text of our own that becomes part of the statement. Never for anything from outside.
        public mutating func appendInterpolation(unescaped: String) { text += unescaped }
    }
}

extension Query {
    /// A statement that comes from one of our own SQL files, with the values of its `$1`, `$2`, ... in their order.
    public init(unescaped text: String, values: [String?] = []) {
        self.text = text
        self.values = values.map(Value.text)
    }
}
