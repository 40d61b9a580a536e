/// The paths that a route answers: fixed segments, and placeholders that stand for any one segment.
struct PathPattern: Sendable, ExpressibleByStringLiteral {
    private enum Segment: Sendable {
        case fixed(String)
        case placeholder
    }

    private let segments: [Segment]
    /// As it stands in the route table.
    let text: String

    /// `/ingest/runs/{id}`: what stands in braces is a placeholder.
    init(stringLiteral pattern: String) {
        text = pattern
        segments = pattern.split(separator: "/").map { $0.hasPrefix("{") ? .placeholder : .fixed(String($0)) }
    }

    /// What stands at the placeholders; nil where the path is another one.
    func match(_ path: [String]) -> [String]? {
        guard path.count == segments.count else { return nil }
        var values: [String] = []
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .fixed(let expected): guard text == expected else { return nil }
            case .placeholder:
                guard !text.isEmpty else { return nil }
                values.append(text)
            }
        }
        return values
    }
}

/// Decodes paths.
enum Path {
    static let longest = 2_048

    /// The segments of a path as sent, each decoded on its own, so that an encoded slash divides nothing. `/` has none.
    static func segments(of path: String) throws(Problem) -> [String] {
        guard path.utf8.count <= longest else { throw Problem(414, "The path is too long to be one of ours.") }
        guard path.utf8.first == UInt8(ascii: "/") else { throw Problem(400, "A path begins with a slash.") }
        if path == "/" { return [] }
        var segments: [String] = []
        for piece in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentDecoding.text(Substring(piece), plusIsSpace: false) else {
                throw Problem(400, "The path is not properly percent-encoded UTF-8.")
            }
            segments.append(segment)
        }
        return segments
    }
}
