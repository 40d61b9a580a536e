/// A style sheet of ours without its comments and its indentation, fit to stand in a page.
public struct CompactStyle: Sendable {
    /// The rules as UTF-8.
    public let css: [UInt8]

    /// - Precondition: `sheet` has no strings that hold a comment's sign or a line's end, and no `<`, which could end the
    ///   element that it stands in.
    public init(of sheet: [UInt8]) {
        precondition(!sheet.contains(UInt8(ascii: "<")), "a style sheet with < cannot stand in a page")
        css = Self.lines(Self.withoutComments(sheet))
    }

    private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(sheet.count)
        var (index, isComment) = (0, false)
        while index < sheet.count {
            let pair = (sheet[index], index + 1 < sheet.count ? sheet[index + 1] : 0)
            if pair == (isComment ? (asterisk, slash) : (slash, asterisk)) {
                isComment.toggle()
                index += 2
            } else {
                if !isComment { kept.append(sheet[index]) }
                index += 1
            }
        }
        return kept
    }

    /// Those that hold something, each without its indentation.
    private static func lines(_ sheet: [UInt8]) -> [UInt8] {
        Array(
            sheet.split(separator: UInt8(ascii: "\n"))
                .map { $0.drop { $0 == UInt8(ascii: " ") } }
                .filter { !$0.isEmpty }
                .joined(separator: [UInt8(ascii: "\n")]))
    }

    private static let (slash, asterisk) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
}
