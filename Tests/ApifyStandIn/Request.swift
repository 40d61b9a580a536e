import Compression

/// A request with its body.
struct Request {
    let head: RequestHead
    /// Decompressed.
    let body: [UInt8]
    /// The exchange that it belongs to.
    let exchange: Exchange

    /// Nil where the body is not in the coding that it is said to be in.
    init?(_ head: RequestHead, body: [UInt8], exchange: Exchange) {
        self.head = head
        self.exchange = exchange
        switch head.headers["content-encoding"] {
        case nil: self.body = body
        // The official client compresses what it posts.
        case "gzip":
            guard let decompressed = try? Gzip.decompress(body, limit: RequestReader.longestBody) else { return nil }
            self.body = decompressed
        default: return nil
        }
    }
}
