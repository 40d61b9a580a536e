/// What is sent for a request.
package struct Answer: Sendable {
    /// A header line.
    package struct Header: Sendable {
        /// Compared without regard to case.
        package let name: String
        /// Sent as it is.
        package let value: String
    }

    /// What follows the headers.
    package enum Content: Sendable {
        /// These bytes, which are compressed on the way where the client accepts that and no coding is named.
        case bytes([UInt8])
        /// A gzip stream of zeros that never ends.
        case endlessZeros
    }

    /// The status code.
    package var status: Int
    /// All but those that say how the body is framed.
    package var headers: [Header]
    /// The body.
    package var content: Content
    /// Whether the body is sent in chunks rather than with its length.
    package var isChunked = false

    /// An answer of a given type.
    package init(_ status: Int, type: String, body: [UInt8]) {
        self.status = status
        headers = [Header(name: "Content-Type", value: type)]
        content = .bytes(body)
    }

    /// The body as far as it has an end.
    package var bytes: [UInt8] {
        guard case .bytes(let bytes) = content else { return [] }
        return bytes
    }

    /// Adds a header, in place of one of the same name.
    package mutating func setHeader(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append(Header(name: name, value: value))
    }
}
