extension Call {
    /// Sends what nobody may keep.
    func respond(_ answer: Answer) throws -> Response {
        let coded = try answer.coded(gzip: request.acceptsGzip)
        return Response(coded, caching: [("Cache-Control", "no-store"), ("Vary", "Accept-Encoding")])
    }

    /// Sends what follows from `edition` and `key` alone: it is kept encoded, so that only the first to ask pays for
    /// `build`.
    func respond(
        from edition: Edition, key: String, freshness: Freshness, _ build: () throws -> Answer
    ) throws -> Response {
        let codedKey = (request.acceptsGzip ? "gzip " : "plain ") + key
        if let kept = edition.answers[codedKey] { return respond(kept, freshness) }
        let made = Representation(try build().coded(gzip: request.acceptsGzip))
        edition.answers.keep(made, as: codedKey)
        return respond(made, freshness)
    }

    /// The representation, or a 304 where the client has it already.
    private func respond(_ representation: Representation, _ freshness: Freshness) -> Response {
        let caching = [
            ("ETag", representation.tag), ("Cache-Control", freshness.cacheControl), ("Vary", "Accept-Encoding"),
        ]
        if let condition = request.headers["if-none-match"], representation.isNamed(by: condition) {
            return Response(status: 304, headers: caching)
        }
        return Response(representation.answer, caching: caching)
    }
}

extension Response {
    /// `answer` with the fields that say who may keep it.
    init(_ answer: Answer, caching: [(name: String, value: String)]) {
        self.init(
            status: answer.status, headers: [("Content-Type", answer.contentType)] + caching + answer.headers,
            body: answer.body)
    }
}
