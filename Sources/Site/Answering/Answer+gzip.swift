import Compression

extension Answer {
    /// Smaller bodies are not worth it: they fit a packet or two as they are.
    private static let smallestCompressed = 1_024
    /// Each answer is compressed once and sent often, but somebody waits for the first: a page of half a megabyte takes 6 ms at
    /// the higher level, 3 ms at the lower, and is a twelfth smaller.
    private static func level(bytes: Int) -> Int { bytes <= 1 << 20 ? 8 : 5 }

    /// The answer in the coding that suits the client.
    func coded(gzip: Bool) throws -> Answer {
        guard gzip, body.count > Self.smallestCompressed else { return self }
        var coded = self
        coded.body = try Gzip.compress(body, level: Self.level(bytes: body.count))
        coded.headers.append(("Content-Encoding", "gzip"))
        return coded
    }
}
