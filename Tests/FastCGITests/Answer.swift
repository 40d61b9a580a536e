/// What a program behind a web server wrote: head and body.
struct Answer {
    let lines: [String]
    let body: [UInt8]

    init(_ output: [UInt8]) {
        let end = Array("\r\n\r\n".utf8)
        let cut = output.indices.first { output[$0...].starts(with: end) } ?? output.endIndex
        lines = String(decoding: output[..<cut], as: UTF8.self).split(separator: "\r\n").map(String.init)
        body = Array(output[cut...].dropFirst(end.count))
    }

    var status: Int? {
        lines.first.flatMap { Int($0.dropFirst("Status: ".count).prefix(3)) }
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}
