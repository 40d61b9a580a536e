/// An answer that follows from the program alone, in both codings.
struct FixedAnswer: Sendable {
    private let plain: Representation
    private let compressed: Representation

    init(_ answer: Answer) throws {
        plain = Representation(answer)
        compressed = Representation(try answer.coded(gzip: true))
    }

    func coded(gzip: Bool) -> Representation { gzip ? compressed : plain }
}

extension Call {
    /// Sends it, or a 304.
    func respond(always answer: Result<FixedAnswer, any Error>) throws -> Response {
        // Another version of the program may answer otherwise, so it is to be asked each time.
        site.respond(to: request, try answer.get().coded(gzip: request.acceptsGzip), .untilDataChanges)
    }
}
