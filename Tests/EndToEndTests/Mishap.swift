import ApifyStandIn
import System

/// A command that goes wrong in some way, and how it ends.
struct Mishap {
    let name: String
    var arguments = ["run"]
    var settings: [String: String] = [:]
    /// What the stand-in for Apify does.
    var fault: @Sendable (Exchange) -> Fault? = { _ in nil }
    let code: Int32
}

extension Mishap {
    /// What goes wrong at Apify, which repeats the token in all that it says.
    static func atApify(repeating token: String) -> [Mishap] {
        let refused = [400, 401, 402, 403, 404].map { status in
            Mishap(name: "refused-\(status)", fault: at(.startRun) { .refuse(refusal(status, token)) }, code: 1)
        }
        let elsewhere = Answer.redirect(to: "https://elsewhere.example/?token=\(token)")
        let page = Answer(200, type: "text/html", body: Array("<p>Authorization: Bearer \(token)</p>".utf8))
        return refused + [
            Mishap(name: "redirect", fault: at(.startRun) { .refuse(elsewhere) }, code: 1),
            // The first leaves a run at Apify, which the next two find and go on with, and the last brings home.
            Mishap(name: "rubbish", fault: rubbish(page, token), code: 1),
            Mishap(name: "status", fault: at(.getRun) { .refuse(refusal(403, token)) }, code: 1),
            Mishap(name: "items", fault: at(.listItems) { .refuse(refusal(503, token)) }, code: 1),
            Mishap(name: "no-lines", fault: once(.listItems) { .actAndAnswer(page) }, code: 0),
        ]
    }

    /// Settings that are wrong, with a secret in them or beside them.
    static func ofSettings(_ token: String) -> [Mishap] {
        [
            ["APIFY_API_BASE": "ftp://elsewhere.example"], ["APIFY_INPUT_JSON": "{"], ["APIFY_MAX_RESULTS": token],
            ["APIFY_PLATFORM": token], ["APIFY_FEEDS": "\(token)!"], ["SHORTPULSE_SCHEMA": "\(token)!"],
            ["INGESTION_INTERVAL_HOURS": token],
        ].map { Mishap(name: "setting-\($0.keys.joined())", settings: $0, code: 78) }
            + [
                ["APIFY_API_BASE": "http://elsewhere.example"], ["APIFY_API_BASE": "https://user:\(token)@127.0.0.1:1"],
                ["APIFY_API_BASE": "https://[\(token)"], ["APIFY_API_TOKEN": "\(token)\r\nX-Other: \(token)"],
                ["SHORTPULSE_SCHEMA": "without_tables"],
            ].enumerated().map { Mishap(name: "setting-\($0)", settings: $1, code: 1) }
    }

    /// Help, and words that no command has.
    static let ofWords = [
        (["--help"], Int32(0)), (["help", "run"], 0), (["run", "--help"], 0), (["listen", "--help-hidden"], 0),
        (["run", "--verbose"], 64),
    ].enumerated().map { Mishap(name: "words-\($0)", arguments: $1.0, code: $1.1) }

    /// Addresses of databases that nobody gets into, and of one that is open.
    static func ofDatabases(_ password: String, open: String) -> [Mishap] {
        [
            (open, Int32(0)),
            ("postgresql://u:\(password)@127.0.0.1:1/d", 69), ("host=127.0.0.1 port=1 password=\(password)", 69),
            ("postgresql://u:\(password)@[::1/d", 78), ("postgresql://u:\(password)@h:port/d", 78),
            ("postgresql://u:\(password)@h/d?frobnicate=\(password)", 78), ("mysql://u:\(password)@h/d", 78),
            ("host=h password='\(password)", 78), (password, 78),
        ].enumerated().map { number, address in
            Mishap(
                name: "database-\(number)", arguments: ["status"], settings: ["DATABASE_URL": address.0],
                code: address.1)
        }
    }

    private static func at(
        _ operation: Operation, _ fault: @escaping @Sendable () -> Fault
    ) -> @Sendable (Exchange) -> Fault? {
        { $0.operation == operation ? fault() : nil }
    }

    /// The run starts, and nobody can be told so.
    private static func rubbish(_ page: Answer, _ token: String) -> @Sendable (Exchange) -> Fault? {
        { $0.operation == .startRun ? .actAndAnswer(page) : .refuse(refusal(403, token)) }
    }

    /// The first time that it is asked for.
    private static func once(
        _ operation: Operation, _ fault: @escaping @Sendable () -> Fault
    ) -> @Sendable (Exchange) -> Fault? {
        let isOver = Lock(false)
        return { exchange in
            guard exchange.operation == operation else { return nil }
            return isOver.withLock { isOver in
                defer { isOver = true }
                return isOver ? nil : fault()
            }
        }
    }

    /// An error; where it may pass, it is asked about again after the shortest time that there is.
    static func refusal(_ status: Int, _ token: String) -> Answer {
        var answer = Answer.error(status, "token-\(token)", "The token \(token) is not good enough.")
        answer.setHeader("Retry-After", "1")
        answer.setHeader("WWW-Authenticate", "Bearer realm=\"\(token)\"")
        return answer
    }
}
