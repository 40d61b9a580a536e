import Markup

/// Why a request gets no ordinary answer: what RFC 9457 calls a problem. Everything in it is fit for strangers to read.
struct Problem: Error, Sendable {
    /// The HTTP status.
    let status: Int
    /// What happened, what it means and what to do.
    let detail: String
    /// The parameter that is to blame.
    var parameter: String?
    /// Header fields that belong to the status, such as `Allow`.
    var headers: [(name: String, value: String)] = []
    /// Where a browser's page leads, beside the start page.
    var links: [(text: String, address: SiteAddress)] = []
    /// What an unexpected error is found by in the log.
    var reference: String?

    init(
        _ status: Int, _ detail: String, parameter: String? = nil, headers: [(name: String, value: String)] = [],
        reference: String? = nil
    ) {
        self.status = status
        self.detail = detail
        self.parameter = parameter
        self.headers = headers
        self.reference = reference
    }

    /// Names come from strangers, and are repeated only so far.
    private static let longestName = 64

    /// A parameter that is unknown, or whose value cannot be.
    static func impossible(_ parameter: String, _ why: String) -> Problem {
        let name = String(parameter.prefix(longestName))
        return Problem(422, "The parameter \(name) \(why)", parameter: name)
    }

    /// Nothing can be had from the database just now.
    static func unavailable(_ detail: String) -> Problem {
        Problem(503, detail, headers: [("Retry-After", "5")])
    }

    /// The status in words (RFC 9110).
    var title: String { Self.titles[status] ?? "Error" }

    private static let titles = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        409: "Conflict", 410: "Gone", 413: "Content Too Large", 414: "URI Too Long", 422: "Unprocessable Content",
        500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable",
    ]

    /// Where the words of the RFC tell a person nothing.
    private static let pageTitles = [422: "This cannot be shown"]
}

extension Problem {
    /// As `application/problem+json`.
    var json: Answer {
        var answer = Answer(status: status, headers: headers) { problem in
            problem.member("type", .text("about:blank"))
            problem.member("title", .text(title))
            problem.member("status", .count(Int64(status)))
            problem.member("detail", .text(detail))
            if let parameter { problem.member("parameter", .text(parameter)) }
            if let reference { problem.member("reference", .text(reference)) }
        }
        answer.contentType = "application/problem+json"
        return answer
    }

    /// As a page for people.
    var page: Answer {
        let trace = reference.map { " Reference: \($0)" } ?? ""
        let notice = Notice(
            status: status, title: Self.pageTitles[status] ?? title, detail: detail + trace, links: links)
        return Answer(status: status, contentType: Answer.html, headers: headers, body: NoticePage.html(notice))
    }
}
