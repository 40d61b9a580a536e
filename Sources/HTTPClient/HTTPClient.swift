import CCurl

/// Asks HTTP servers, one question at a time, over a connection that it keeps where the server allows.
///
/// Only https, or http to this machine; certificates are always verified and redirects never followed.
@safe
public struct HTTPClient: ~Copyable {
    let handle: UnsafeMutableRawPointer

    /// Must be done before any thread uses libcurl.
    private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    /// A client without a connection. Throws `HTTPClientError` when the library cannot be set up.
    public init() throws(HTTPClientError) {
        guard Self.isInitialised, let handle = unsafe curl_easy_init() else {
            throw HTTPClientError(.unavailable, origin: nil, detail: "libcurl could not be set up")
        }
        unsafe self.handle = handle
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    /// Sends `request` and hands the body to `receive`, decompressed and piece by piece, beside the answer's head.
    ///
    /// A `post` goes out once at most, over a connection of its own; a `get` that finds a kept connection closed is sent
    /// again over a new one. Whatever the status, an answer that came whole is returned. One whose compressed form the server itself had cut
    /// off passes for whole: libcurl does not look for the end that gzip has of its own. Throws `HTTPClientError`; its
    /// kind is `stopped` when `receive` threw.
    @discardableResult
    public mutating func send(
        _ request: HTTPRequest, limits: TransferLimits = TransferLimits(),
        receive: (HTTPResponseHead, [UInt8]) throws -> Void
    ) throws(HTTPClientError) -> HTTPResponseHead {
        let address = try HTTPAddress(request.url)
        let headers = try HeaderList(request, origin: address.origin)
        let outcome = withoutActuallyEscaping(receive) { receive in
            let transfer = Transfer(bodyLimit: limits.bodyLimit, receive: receive)
            return Outcome(transfer, code: perform(request, at: address, headers, limits, transfer))
        }
        return try outcome.head(origin: address.origin)
    }

    /// Sends `request` and returns the answer with all of its body. Throws `HTTPClientError`.
    public mutating func send(
        _ request: HTTPRequest, limits: TransferLimits = TransferLimits()
    ) throws(HTTPClientError) -> (head: HTTPResponseHead, body: [UInt8]) {
        var body: [UInt8] = []
        let head = try send(request, limits: limits) { body += $1 }
        return (head, body)
    }
}
