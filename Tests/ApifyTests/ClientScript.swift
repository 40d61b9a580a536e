import Apify
import HTTPClient
import LoopbackServer
import System

/// A stand-in for Apify that gives its answers in turn, the last of them for ever, and a client that never really waits.
struct ClientScript: ~Copyable {
    typealias Reply = LoopbackServer.Reply

    let server: LoopbackServer
    var client: ActorClient
    private let pauses: Lock<[Duration]>

    static let token = "apify_api_Sn0wGoose"

    init(_ replies: Reply...) throws { try self.init(replies) }

    init(_ replies: [Reply]) throws {
        let turn = Lock(0)
        let pauses = Lock([Duration]())
        let server = try LoopbackServer { _ in
            turn.withLock { turn in
                defer { turn += 1 }
                return replies[min(turn, replies.count - 1)]
            }
        }
        client = try ActorClient(base: server.url, token: BearerToken(Self.token)) { pause in
            pauses.withLock { $0.append(pause) }
        }
        self.server = server
        self.pauses = pauses
    }

    /// The waits between two attempts.
    var waits: [Duration] { pauses.withLock { $0 } }

    /// Method and path of each request.
    var asked: [String] {
        server.requests.withLock { requests in
            requests.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        }
    }

    /// The page of 3 items from the first on; the error in its place.
    mutating func page(offset: Int = 0, limit: Int = 3) -> Result<DatasetPage, ApifyError> {
        do throws(ApifyError) {
            return .success(try client.page(datasetID: "d1", offset: offset, limit: limit, digest: NoDigest.self))
        } catch {
            return .failure(error)
        }
    }

    /// An answer in JSON.
    static func json(_ text: String, _ status: String = "200 OK", _ headers: [String] = []) -> Reply {
        LoopbackServer.reply(status, ["Content-Type: application/json"] + headers, body: Array(text.utf8))
    }

    /// An answer that is an error of that type.
    static func error(_ status: String, _ type: String = "some-error", _ headers: [String] = []) -> Reply {
        json(#"{"error":{"type":"\#(type)","message":"\#(token)"}}"#, status, headers)
    }

    /// A run with `members` beside its name.
    static func run(_ members: String = #""status":"RUNNING""#, _ status: String = "200 OK") -> Reply {
        json(#"{"data":{"id":"r1",\#(members)}}"#, status)
    }

    /// A page; without `count` the answer doesn't say how many lines it has.
    static func page(
        _ text: String, total: Int, count: Int? = nil, type: String = "application/jsonl", headers: [String] = []
    ) -> Reply {
        page(Array(text.utf8), total: total, count: count, type: type, headers: headers)
    }

    static func page(
        _ body: [UInt8], total: Int, count: Int? = nil, type: String = "application/jsonl", headers: [String] = []
    ) -> Reply {
        var headers = headers + ["Content-Type: \(type)", "X-Apify-Pagination-Total: \(total)"]
        if let count { headers.append("X-Apify-Pagination-Count: \(count)") }
        return LoopbackServer.reply("200 OK", headers, body: body)
    }

    /// Says nothing and closes the connection.
    static var silence: Reply { Reply(bytes: []) }
}
