import Markup
import Reels

extension Call {
    /// What an address varies by that has a page for browsers and data for programs.
    static let byAccept = "Accept, Accept-Encoding"

    /// Sends what nobody may keep.
    func respond(_ answer: Answer, vary: String = "Accept-Encoding") throws -> Response {
        let coded = try answer.coded(gzip: request.acceptsGzip)
        return Response(coded, caching: [("Cache-Control", "no-store"), ("Vary", vary)])
    }

    /// The way to the canonical address of a page; nil where the request has come by it.
    func detour(to address: SiteAddress) -> Response? {
        guard address.text.drop(while: { $0 != "?" }).dropFirst() != request.query else { return nil }
        return .seeOther(address)
    }

    /// Sends what follows from `edition` and `key` alone: it is kept encoded, so that only the first to ask pays for
    /// `build`.
    ///
    /// - Parameters:
    ///   - lasting: how long the same request leads to the same key, as long as the edition is the present one.
    ///   - turnedAt: when something else than the data last changed what is shown.
    func respond(
        from edition: Edition, key: String, freshness: Freshness, lasting: Lasting = .unknown,
        turnedAt: Instant? = nil, _ build: () throws -> Answer
    ) throws -> Response {
        let codedKey = (request.acceptsGzip ? "gzip " : "plain ") + key
        if case .until(let end) = lasting {
            site.remember(request, Shortcuts.Target(key: codedKey, freshness: freshness, end: end), in: edition)
        }
        if let kept = edition.answers[codedKey] { return site.respond(to: request, kept, freshness) }
        let changedAt = edition.changedAt.map { max($0, turnedAt ?? $0, site.configuration.installedAt ?? $0) }
        let made = Representation(try build().coded(gzip: request.acceptsGzip), changedAt: changedAt)
        edition.answers.keep(made, as: codedKey)
        return site.respond(to: request, made, freshness)
    }
}

extension Site {
    /// The representation, or a 304 where the client has it already.
    func respond(to request: Request, _ representation: Representation, _ freshness: Freshness) -> Response {
        let caching = [
            ("ETag", representation.tag), ("Cache-Control", freshness.cacheControl), ("Vary", "Accept-Encoding"),
        ]
        if let condition = request.headers["if-none-match"], representation.isNamed(by: condition) {
            // The browser takes the policy of this answer for the page that it kept.
            let style = representation.answer.headers.filter { $0.name == StyleSheet.sourceFieldName }
            return Response(status: 304, headers: caching + style)
        }
        // Whoever has no tag to ask with; and nginx, which asks itself so about what it has kept.
        let changed = representation.changedAt.map { [("Last-Modified", $0.httpDate)] } ?? []
        return Response(representation.answer, caching: caching + changed)
    }
}

extension Response {
    /// Sends a browser to `address`, with a GET.
    static func seeOther(_ address: SiteAddress) -> Response {
        Response(status: 303, headers: [("Location", address.text), ("Cache-Control", "no-store")])
    }

    /// `answer` with the fields that say who may keep it.
    init(_ answer: Answer, caching: [(name: String, value: String)]) {
        self.init(
            status: answer.status, headers: [("Content-Type", answer.contentType)] + caching + answer.headers,
            body: answer.body)
    }
}
