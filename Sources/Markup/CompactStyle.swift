/// A style sheet of ours without its comments and its indentation, fit to stand in a page.
public struct CompactStyle: Sendable {
    /// The rules as UTF-8.
    public let css: [UInt8]

    /// - Precondition: `sheet` has no strings that hold a comment's sign or a line's end, and no `<`, which could end the
    ///   element that it stands in.
    public init(of sheet: [UInt8]) {
        precondition(!sheet.contains(UInt8(ascii: "<")), "a style sheet with < cannot stand in a page")
        var rest = sheet[...]
        var kept: [UInt8] = []
        while let start = rest.firstRange(of: "/*".utf8) {
            kept += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "*/".utf8).map { rest[$0.upperBound...] } ?? []
        }
        kept += rest
        css = Array(
            kept.split(separator: UInt8(ascii: "\n"))
                .map { $0.drop { $0 == UInt8(ascii: " ") } }
                .filter { !$0.isEmpty }
                .joined(separator: [UInt8(ascii: "\n")]))
    }
}
