import HTTPClient
import LoopbackServer
import System
import Testing

struct KeptConnectionTests {
    @Test func `a connection is kept for the next question`() throws {
        let server = try KeepAliveServer { _ in KeepAliveServer.empty }
        var client = try HTTPClient()
        for _ in 0..<3 { _ = try client.send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/")) }
        #expect(server.requests.withLock { $0.map(\.connection) } == [0, 0, 0])
    }

    @Test func `a kept connection that the server has closed costs a question nothing`() throws {
        let server = try KeepAliveServer { $0 == 1 ? nil : KeepAliveServer.empty }
        var client = try HTTPClient()
        for _ in 0..<2 { _ = try client.send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/")) }
        #expect(server.requests.withLock { $0.map(\.connection) } == [0, 0, 1])
    }

    @Test func `a post whose connection broke without an answer is sent once`() throws {
        let server = try KeepAliveServer { $0 == 1 ? nil : KeepAliveServer.empty }
        var client = try HTTPClient()
        let url = "http://127.0.0.1:\(server.port)/"
        _ = try client.send(HTTPRequest(.get, url))
        let error = #expect(throws: HTTPClientError.self) {
            _ = try client.send(HTTPRequest(.post, url, body: Array("{}".utf8)))
        }
        #expect(error?.kind == .interrupted)
        #expect(server.requests.withLock { $0.filter { $0.line.hasPrefix("POST") }.count } == 1)
    }

    @Test func `silence before the answer ends with the stall deadline, too`() throws {
        let server = try LoopbackServer { _ in .init(bytes: [], staysOpen: true) }
        var client = try HTTPClient()
        let limits = TransferLimits(stall: .seconds(1), total: .seconds(60))
        let error = #expect(throws: HTTPClientError.self) {
            _ = try client.send(HTTPRequest(.get, server.url), limits: limits)
        }
        #expect(error?.kind == .timedOut)
    }

    @Test func `a body is called nothing that it was not said to be`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK") }
        var client = try HTTPClient()
        _ = try client.send(HTTPRequest(.post, server.url, body: [65]))
        #expect(server.requests.withLock { !$0[0].contains("Content-Type") })
    }
}
