import Compression
import Glibc
import HTTPClient
import LoopbackServer
import System
import Testing

struct HTTPClientErrorTests {
    @Test(arguments: [
        "http://example.test/", "http://10.0.0.1/", "http://127.0.0.1.example.test/", "http://[::2]/",
        "http://localhost.example.test/", "http://128.0.0.1/", "ftp://127.0.0.1/", "file:///etc/hostname", "/path", "",
        "127.0.0.1:80", "https://user:pass@127.0.0.1/", "http://user@localhost/", "http://127.0.0.1@example.test/",
        "https://exa mple.test/", "https://", "http://127.0.0.1/\r\nX: 1", "gopher://127.0.0.1/",
    ])
    func `an address that must not be asked is refused before anything is sent`(url: String) {
        // The check alone: if it were broken, a request would leave this machine.
        let error = #expect(throws: HTTPClientError.self) { _ = try HTTPAddress(url) }
        #expect(error?.kind == .badAddress)
    }

    @Test func `a request to such an address is refused`() throws {
        #expect(try failure(HTTPRequest(.get, "ftp://127.0.0.1:1/")).kind == .badAddress)
    }

    /// Nothing listens on port 1; that the connection is tried shows that the address was taken.
    @Test(arguments: [
        "http://127.0.0.1:1/", "http://127.255.0.7:1/", "http://localhost:1/", "http://[::1]:1/",
        "https://127.0.0.1:1/",
    ])
    func `an address on this machine may be plain`(url: String) throws {
        #expect(try failure(HTTPRequest(.get, url)).kind == .unreachable)
    }

    @Test(arguments: [
        ("X", "a\r\nY: b"), ("X", "a\nb"), ("X\r\n", "a"), ("X", "\0"), ("", "a"), ("X Y", "a"), ("X:", "a"),
    ])
    func `a header that forges others is not sent`(name: String, value: String) throws {
        #expect(try failure(HTTPRequest(.get, "http://127.0.0.1:1/", headers: [(name, value)])).kind == .badHeader)
    }

    @Test func `a token that forges headers is not sent`() throws {
        let request = HTTPRequest(.get, "http://127.0.0.1:1/", token: BearerToken("a\r\nX: b"))
        #expect(try failure(request).kind == .badHeader)
    }

    @Test func `silence ends with the total deadline`() throws {
        let server = try LoopbackServer { _ in .init(bytes: [], staysOpen: true) }
        let before = MonotonicClock.now()
        let error = try failure(HTTPRequest(.get, server.url), TransferLimits(total: .milliseconds(200)))
        #expect(error.kind == .timedOut)
        #expect(MonotonicClock.now() - before < 5_000_000_000)
    }

    @Test func `a body that stops coming ends with the stall deadline`() throws {
        let server = try LoopbackServer { _ in
            var reply = LoopbackServer.reply("200 OK", body: [65], declared: 100)
            reply.staysOpen = true
            return reply
        }
        let limits = TransferLimits(stall: .seconds(1), total: .seconds(60))
        #expect(try failure(HTTPRequest(.get, server.url), limits).kind == .timedOut)
    }

    @Test func `a body that is cut off is no answer`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK", body: [65], declared: 100) }
        #expect(try failure(HTTPRequest(.get, server.url)).kind == .interrupted)
    }

    @Test func `a compressed body that is damaged is no answer`() throws {
        var damaged = try Gzip.compress((0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        damaged[damaged.count - 6] ^= 1
        let body = damaged
        let server = try LoopbackServer { _ in
            LoopbackServer.reply("200 OK", ["Content-Encoding: gzip"], body: body)
        }
        #expect(try failure(HTTPRequest(.get, server.url)).kind == .interrupted)
    }

    @Test func `what is no HTTP is no answer`() throws {
        let server = try LoopbackServer { _ in .init(bytes: Array("220 smtp.example.test\r\n".utf8)) }
        #expect(try failure(HTTPRequest(.get, server.url)).kind == .interrupted)
    }

    @Test func `one byte above the limit is too many, counted after decompression`() throws {
        let compressed = try Gzip.compress([UInt8](repeating: 65, count: 100_000))
        let server = try LoopbackServer { _ in
            LoopbackServer.reply("200 OK", ["Content-Encoding: gzip"], body: compressed)
        }
        var client = try HTTPClient()
        let request = HTTPRequest(.get, server.url)
        #expect(try client.send(request, limits: TransferLimits(bodyLimit: 100_000)).body.count == 100_000)
        #expect(try failure(request, TransferLimits(bodyLimit: 99_999)).kind == .tooLarge)
    }

    @Test func `the receiver can end it, and its error comes back`() throws {
        struct Enough: Error {}
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK", body: Array("hello".utf8)) }
        var client = try HTTPClient()
        var caught: HTTPClientError?
        do throws(HTTPClientError) {
            try client.send(HTTPRequest(.get, server.url)) { _, _ in throw Enough() }
        } catch {
            caught = error
        }
        #expect(caught?.kind == .stopped)
        #expect(caught?.cause is Enough)
        // The client is good for the next.
        #expect(try client.send(HTTPRequest(.get, server.url)).body == Array("hello".utf8))
    }

    @Test func `an error names whom we asked, and neither path, query nor token`() throws {
        let request = HTTPRequest(
            .get, "http://127.0.0.1:1/v2/acts?token=hidden&x=1", headers: [("X-Key", "hidden")],
            token: BearerToken("hidden"))
        let error = try failure(request)
        #expect(error.description == "http://127.0.0.1:1: Couldn't connect to server")
        for text in ["\(error)", String(reflecting: error), dumped(error)] {
            #expect(!text.contains("hidden") && !text.contains("acts"))
        }
    }

    @Test func `a token shows itself nowhere`() {
        let token = BearerToken("hidden")
        let request = HTTPRequest(.get, "https://example.test/", token: token)
        for text in ["\(token)", String(reflecting: token), dumped(token), "\(request)", dumped(request)] {
            #expect(!text.contains("hidden"))
        }
    }

    @Test func `a server that cannot prove who it is gets no request`() throws {
        let server = try UntrustedServer()
        #expect(try failure(HTTPRequest(.get, "https://localhost:\(server.port)/")).kind == .certificate)
    }

    @Test func `a server without encryption is no https server`() throws {
        let server = try LoopbackServer { _ in LoopbackServer.reply("200 OK") }
        let request = HTTPRequest(.get, "https://127.0.0.1:\(server.port)/", token: BearerToken("s3cret"))
        #expect(try failure(request, TransferLimits(total: .milliseconds(300))).kind == .timedOut)
        #expect(server.requests.withLock { $0.isEmpty })
    }

    /// The error of a request that must not succeed.
    private func failure(_ request: HTTPRequest, _ limits: TransferLimits = TransferLimits()) throws -> HTTPClientError
    {
        var client = try HTTPClient()
        do throws(HTTPClientError) {
            _ = try client.send(request, limits: limits)
        } catch {
            return error
        }
        throw UnexpectedAnswer()
    }

    private struct UnexpectedAnswer: Error {}

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }
}
