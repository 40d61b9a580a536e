import CCurl

/// An address that may be asked, read by the parser of the library that will connect to it: a second parser could
/// understand another host.
@safe
package struct HTTPAddress {
    /// The whole address in the parser's own spelling.
    package let url: String

    /// Scheme, host and port.
    package let origin: String

    /// Whether it goes unencrypted to this machine.
    package let isPlain: Bool

    /// Throws `HTTPClientError` for what is malformed or must not be asked.
    package init(_ text: String) throws(HTTPClientError) {
        let address = ParsedURL()
        guard address.parse(text), let scheme = address.part(CURLUPART_SCHEME), let host = address.part(CURLUPART_HOST),
            let url = address.part(CURLUPART_URL)
        else { throw HTTPClientError(.badAddress, origin: nil, detail: "the address is malformed") }
        origin = "\(scheme)://\(host)" + (address.part(CURLUPART_PORT).map { ":\($0)" } ?? "")
        guard address.part(CURLUPART_USER) == nil, address.part(CURLUPART_PASSWORD) == nil else {
            throw HTTPClientError(.badAddress, origin: origin, detail: "the address has a user or password in it")
        }
        isPlain = scheme == "http"
        guard scheme == "https" || isPlain && Self.isLoopback(host) else {
            throw HTTPClientError(.badAddress, origin: origin, detail: "only https is spoken, or http to this machine")
        }
        self.url = url
    }

    /// 127.0.0.0/8 in its one plain spelling, `[::1]` or `localhost`.
    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }
}

/// Owns curl's parsed address.
@safe
private struct ParsedURL: ~Copyable {
    private let handle = unsafe curl_url()

    deinit {
        unsafe curl_url_cleanup(handle)
    }

    func parse(_ text: String) -> Bool {
        unsafe handle != nil && curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK
    }

    func part(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text = unsafe text else { return nil }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
