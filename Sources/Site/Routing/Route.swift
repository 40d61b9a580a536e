/// One line of the route table.
struct Route: Sendable {
    /// `GET` answers `HEAD` too.
    let method: String
    let pattern: PathPattern
    let audience: Audience
    let respond: @Sendable (Call) throws -> Response

    /// A page: a function of its context.
    static func page(_ path: PathPattern, _ html: @escaping @Sendable (PageContext) throws -> [UInt8]) -> Route {
        Route(method: "GET", pattern: path, audience: .people) { try $0.respond(page: html) }
    }

    /// A page that takes more than a page's usual parameters, or is none of HTML.
    static func people(_ path: PathPattern, _ respond: @escaping @Sendable (Call) throws -> Response) -> Route {
        Route(method: "GET", pattern: path, audience: .people, respond: respond)
    }

    /// A read of the API.
    static func get(_ path: PathPattern, _ respond: @escaping @Sendable (Call) throws -> Response) -> Route {
        Route(method: "GET", pattern: path, audience: .programs, respond: respond)
    }

    /// For those who watch the process.
    static func watch(_ path: PathPattern, _ respond: @escaping @Sendable (Call) throws -> Response) -> Route {
        Route(method: "GET", pattern: path, audience: .monitors, respond: respond)
    }

    /// A write of the API.
    static func post(_ path: PathPattern, _ respond: @escaping @Sendable (Call) throws -> Response) -> Route {
        Route(method: "POST", pattern: path, audience: .programs, respond: respond)
    }

    /// Whether a request with `method` is this route's.
    func answers(_ method: String) -> Bool {
        method == self.method || (method == "HEAD" && self.method == "GET")
    }

    /// The methods of `Allow`.
    var allowed: String { method == "GET" ? "GET, HEAD" : method }
}

/// A request that found its route.
struct Call: Sendable {
    let site: Site
    let request: Request
    /// The path's segments, decoded.
    let path: [String]
    /// What stands in the path at the placeholders, decoded.
    let pathValues: [String]
}
