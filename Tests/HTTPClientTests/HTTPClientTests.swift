import Compression
import HTTPClient
import LoopbackServer
import System
import Testing

struct HTTPClientTests {
    @Test func `status, headers and body come as the server sent them`() throws {
        let server = try LoopbackServer { _ in
            let headers = ["X-Count:  7 ", "Set-Cookie: a", "Set-Cookie: b", "Empty:"]
            return LoopbackServer.reply("201 Created", headers, body: Array("hello".utf8))
        }
        var client = try HTTPClient()
        let (head, body) = try client.send(HTTPRequest(.get, server.url + "/items?limit=1"))
        #expect(head.status == 201)
        #expect(head.header("x-count") == "7")
        #expect(head.headers.filter { $0.name == "Set-Cookie" }.map(\.value) == ["a", "b"])
        #expect(head.header("Empty") == "")
        #expect(head.header("X-None") == nil)
        #expect(body == Array("hello".utf8))
        #expect(server.requests.withLock { $0.first?.hasPrefix("GET /items?limit=1 HTTP/1.1\r\n") } == true)
    }

    @Test func `token and headers are sent, an empty one too`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK") }
        var client = try HTTPClient()
        let headers = [("Accept", "application/json"), ("X-Empty", "")]
        _ = try client.send(HTTPRequest(.get, server.url, headers: headers, token: BearerToken("s3cret")))
        let lines = server.requests.withLock { $0[0].split(separator: "\r\n") }
        #expect(lines.contains("Authorization: Bearer s3cret"))
        #expect(lines.contains("Accept: application/json"))
        #expect(lines.contains("X-Empty:"))
        #expect(lines.contains("Accept-Encoding: gzip"))
    }

    @Test(arguments: [0, 5, 100_000])
    func `a body is posted whole`(count: Int) throws {
        let server = try LoopbackServer { request in
            let body = request.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
            return LoopbackServer.reply("200 OK", body: Array("\(body.utf8.count)".utf8))
        }
        var client = try HTTPClient()
        let body = [UInt8](repeating: 65, count: count)
        let request = HTTPRequest(.post, server.url, headers: [("Content-Type", "application/json")], body: body)
        #expect(try client.send(request).body == Array("\(count)".utf8))
        #expect(server.requests.withLock { $0[0].contains("Content-Type: application/json\r\n") })
    }

    @Test func `nothing of one request is left in the next`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK") }
        var client = try HTTPClient()
        let token = BearerToken("s3cret")
        _ = try client.send(HTTPRequest(.post, server.url, headers: [("X-One", "1")], body: [65], token: token))
        _ = try client.send(HTTPRequest(.get, server.url))
        let second = server.requests.withLock { $0[1] }
        #expect(second.hasPrefix("GET "))
        #expect(!second.contains("X-One") && !second.contains("Authorization") && !second.contains("Content-"))
    }

    @Test func `a compressed body is handed on decompressed, in pieces`() throws {
        let text = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
        let compressed = try Gzip.compress(text)
        let server = try LoopbackServer { _ in
            LoopbackServer.reply("200 OK", ["Content-Encoding: gzip"], body: compressed)
        }
        var client = try HTTPClient()
        var pieces: [[UInt8]] = []
        try client.send(HTTPRequest(.get, server.url)) { head, piece in
            #expect(head.status == 200)
            pieces.append(piece)
        }
        #expect(pieces.count > 1)
        #expect(pieces.flatMap { $0 } == text)
    }

    @Test func `an answer that is an error is an answer`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("404 Not Found", body: Array("{}".utf8)) }
        var client = try HTTPClient()
        let (head, body) = try client.send(HTTPRequest(.get, server.url))
        #expect(head.status == 404)
        #expect(body == Array("{}".utf8))
    }

    @Test func `a redirect is handed on and not followed`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("302 Found", ["Location: /elsewhere"]) }
        var client = try HTTPClient()
        let head = try client.send(HTTPRequest(.get, server.url, token: BearerToken("s3cret"))).head
        #expect(head.status == 302)
        #expect(head.header("Location") == "/elsewhere")
        #expect(server.requests.withLock { $0.count } == 1)
    }

    @Test func `an interim answer is not taken for the real one`() throws {
        let server = try LoopbackServer { _ in
            var reply = LoopbackServer.reply("200 OK", ["X-Real: 1"])
            reply.bytes = Array("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n".utf8) + reply.bytes
            return reply
        }
        var client = try HTTPClient()
        let head = try client.send(HTTPRequest(.get, server.url)).head
        #expect(head.status == 200)
        #expect(head.header("X-Early") == nil)
        #expect(head.header("X-Real") == "1")
    }
}
