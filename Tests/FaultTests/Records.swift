/// Records of FastCGI 1.0, right and wrong.
enum Records {
    static let beginning: UInt8 = 1
    static let abort: UInt8 = 2
    static let end: UInt8 = 3
    static let parameters: UInt8 = 4
    static let input: UInt8 = 5

    /// One record; more than it may hold is left away.
    static func record(_ type: UInt8, _ content: [UInt8] = [], id: UInt8 = 1, version: UInt8 = 1) -> [UInt8] {
        let content = content.prefix(65_535)
        let length = [UInt8(content.count >> 8), UInt8(content.count & 0xFF)]
        let header: [UInt8] = [version, type, 0, id] + length + [0, 0]
        return header + content
    }

    /// Begins a request; its connection is to be kept.
    static func begin(id: UInt8 = 1) -> [UInt8] { record(beginning, [0, 1, 1, 0, 0, 0, 0, 0], id: id) }

    /// The parameters of a GET, or the first of them, all but the end of their stream.
    static func parameters(_ path: String, id: UInt8 = 1, most: Int = .max) -> [UInt8] {
        let pairs: [(String, String)] = [
            ("REQUEST_METHOD", "GET"), ("REQUEST_URI", path), ("QUERY_STRING", ""), ("CONTENT_LENGTH", ""),
            ("SHORTPULSE_END", "1"),
        ]
        let content = pairs.prefix(most).flatMap { name, value -> [UInt8] in
            let lengths = [UInt8(name.utf8.count), UInt8(value.utf8.count)]
            return lengths + Array((name + value).utf8)
        }
        return record(parameters, content, id: id)
    }

    /// A whole GET.
    static func request(_ path: String, id: UInt8 = 1) -> [UInt8] {
        begin(id: id) + parameters(path, id: id) + record(parameters, id: id) + record(input, id: id)
    }

    /// Whether a request's end is among the records of an answer.
    static func isComplete(_ answer: [UInt8]) -> Bool {
        var rest = answer[...]
        while rest.count >= 8 {
            let start = rest.startIndex
            if rest[start + 1] == end { return true }
            rest = rest.dropFirst(8 + Int(rest[start + 4]) << 8 + Int(rest[start + 5]) + Int(rest[start + 6]))
        }
        return false
    }
}
