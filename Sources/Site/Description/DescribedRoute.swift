/// One line of the route table, told to those who ask it.
package struct DescribedRoute: Sendable {
    /// `GET` or `POST`.
    package let method: String
    /// With its placeholders in braces.
    package let path: String
    /// What programs made from the description call it.
    let name: String
    /// What it answers, in a line.
    package let summary: String
    /// What else has to be known, a paragraph each.
    var notes: [String] = []
    var pathParameters: [DescribedParameter] = []
    /// Of the query, in the order in which a refusal names them.
    package var parameters: [DescribedParameter] = []
    var headers: [DescribedParameter] = []
    /// Whether it takes the operator's token.
    var needsToken = false
    var answers: [DescribedAnswer]
    /// Statuses beside those that can come everywhere.
    var errors: [Int] = []
    /// For people to look at, and not for programs.
    package var isPage = false

    /// Whether an unknown or empty parameter is dropped, by a redirection, and not refused.
    var isLenient: Bool { isPage || path.hasPrefix("/performance.") }

    /// A page that takes a cohort query.
    static func page(_ path: String, _ name: String, _ summary: String) -> DescribedRoute {
        DescribedRoute(
            method: "GET", path: path, name: name, summary: summary, parameters: DescribedParameter.cohorts,
            answers: [DescribedAnswer(200, "The page.", [.page], headers: .kept), .notModified, .canonical],
            errors: [410, 422], isPage: true)
    }

    /// Every status that can come, ascending.
    var statuses: [Int] {
        Set(answers.map(\.status) + errors + DescribedError.everywhere).sorted()
    }
}

/// An answer that is no error.
struct DescribedAnswer: Sendable {
    let status: Int
    let meaning: String
    /// None where the answer has no body.
    let bodies: [DescribedBody]
    let headers: [AnswerHeader]

    init(_ status: Int, _ meaning: String, _ bodies: [DescribedBody] = [], headers: [AnswerHeader] = []) {
        self.status = status
        self.meaning = meaning
        self.bodies = bodies
        self.headers = headers
    }

    static let notModified = DescribedAnswer(304, "`If-None-Match` names what would be answered.", headers: .kept)
    static let canonical = DescribedAnswer(
        303, "To the same page at its canonical address: an unknown or empty parameter is dropped.",
        headers: [.location])
}

/// A body in one of the types that an answer comes in.
struct DescribedBody: Sendable {
    /// The media type.
    let type: String
    /// Nil of what is no JSON.
    var object: DescribedObject?
    var examples: [Example] = []

    static func json(_ object: DescribedObject, _ examples: Example...) -> DescribedBody {
        DescribedBody(type: "application/json", object: object, examples: examples)
    }

    static let page = DescribedBody(type: "text/html")
}

/// A header field of an answer.
enum AnswerHeader: String, CaseIterable, Sendable {
    case tag = "ETag"
    case caching = "Cache-Control"
    case location = "Location"
    case link = "Link"
    case retryAfter = "Retry-After"
    case allow = "Allow"
    case challenge = "WWW-Authenticate"
    case preferenceApplied = "Preference-Applied"

    var meaning: String {
        switch self {
        case .tag: "Names these very bytes; send it back as `If-None-Match`."
        case .caching: "Who may keep the answer, and how long unasked."
        case .location: "Where to go on."
        case .link: "`<...>; rel=\"next\"`: the next page, of JSON lines and CSV, where there is one."
        case .retryAfter: "Seconds after which to ask again."
        case .allow: "The methods that this address takes."
        case .challenge: "`Bearer`: how to send the token."
        case .preferenceApplied: "`wait`: the run was waited for."
        }
    }
}

extension [AnswerHeader] {
    /// Of an answer that may be kept.
    static let kept: [AnswerHeader] = [.tag, .caching]
}
