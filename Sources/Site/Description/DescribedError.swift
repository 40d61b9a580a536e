/// An HTTP status that says why there is no ordinary answer.
package struct DescribedError: Sendable {
    /// The status.
    package let status: Int
    /// When it comes.
    package let meaning: String
    let example: Example?

    private init(_ status: Int, _ meaning: String, _ example: Example? = nil) {
        self.status = status
        self.meaning = meaning
        self.example = example
    }

    /// All that can come, from the responder or from the web server before it.
    package static let all = [
        DescribedError(400, "the request, its path or its form cannot be read", .unreadable),
        DescribedError(401, "`POST /ingest/run` without the right token", .noToken),
        DescribedError(403, "no token is configured, or another site's page asks", .off),
        DescribedError(404, "nothing is at this address, or there is no such run or reel", .nothingThere),
        DescribedError(405, "this address does not take that method; `Allow` says which it takes", .wrongMethod),
        DescribedError(408, "the request took too long to arrive"),
        DescribedError(409, "an ingestion is under way", .busy),
        DescribedError(
            410,
            """
            the answer takes observations of months that were detached (`shortpulse-ingest partitions`); `detail` says \
            from when on there are answers
            """, .gone),
        DescribedError(413, "the form is too long", .longBody),
        DescribedError(414, "the query is longer than 8,192 bytes, or the path is", .longQuery),
        DescribedError(422, "a parameter is unknown, repeated or impossible; `parameter` names it", .impossible),
        DescribedError(429, "too many requests from one address; `Retry-After` says when to ask again"),
        DescribedError(431, "the headers are too large"),
        DescribedError(500, "something unforeseen; the log has it under `reference`"),
        DescribedError(502, "a run that was waited for failed, or no responder answers", .failed),
        DescribedError(
            503, "the database does not answer, or nothing is loaded yet; `Retry-After` says when to ask again", .away),
        DescribedError(504, "the answer took too long"),
    ]

    /// What can come at every address.
    static let everywhere = [400, 408, 414, 429, 431, 500, 502, 503, 504]

    /// Of a status that stands in ``all``.
    static func of(_ status: Int) -> DescribedError? { all.first { $0.status == status } }
}
