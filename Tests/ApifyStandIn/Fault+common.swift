extension Fault {
    /// What was asked for is done, and this is answered all the same.
    package static func actAndAnswer(_ answer: Answer) -> Fault {
        .alter { $0 = answer }
    }

    /// The body ends after so many bytes, though the answer is a whole one to HTTP.
    package static func truncate(afterBytes count: Int) -> Fault {
        .alter { $0.content = .bytes(Array($0.bytes.prefix(count))) }
    }

    /// A page with these lines more than its headers say.
    package static func excessLines(_ lines: [String]) -> Fault {
        .alter { $0.content = .bytes($0.bytes + Array((lines.joined(separator: "\n") + "\n").utf8)) }
    }

    /// A page without what its headers say of it, or without one of them.
    package static func withoutHeaders(startingWith prefix: String = "X-Apify-Pagination-") -> Fault {
        .alter { $0.headers.removeAll { $0.name.hasPrefix(prefix) } }
    }

    /// The right body under another type.
    package static func wrongType(_ type: String) -> Fault {
        .alter { $0.setHeader("Content-Type", type) }
    }

    /// The right headers with a body that is nothing but zeros, without an end, compressed to less than a hundredth.
    package static let bomb = Fault.alter { answer in
        answer.setHeader("Content-Encoding", "gzip")
        answer.content = .endlessZeros
    }
}
