import FastCGI
import System
import Testing

struct ResponderTests {
    @Test func `a request is answered with status, headers and body`() throws {
        let running = try RunningResponder(handler: RunningResponder.echo)
        let answer = try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/a%20b?x=1&y=%26"))
        #expect(answer.lines == ["Status: 200 OK", "Content-Type: text/plain", "Content-Length: 24"])
        #expect(answer.text == "GET /a%20b [x=1&y=%26] 0")
    }

    @Test func `every parameter can be looked up, long ones too`() throws {
        let long = String(repeating: "é", count: 5_000)
        let running = try RunningResponder { request in
            let values = [
                request.parameter("HTTP_ACCEPT") ?? "nil", "\(request.parameter("LONG")?.utf8.count ?? 0)",
                request.parameter("NONE") ?? "nil",
            ]
            return GatewayResponse(status: 200, body: Array(values.joined(separator: ",").utf8))
        }
        let parameters = [("HTTP_ACCEPT", "a=b=c"), ("LONG", long)] + FastCGIClient.parameters("GET", "/")
        #expect(try FastCGIClient(running.path).exchange(parameters).text == "a=b=c,10000,nil")
    }

    @Test(arguments: [1, 8_192, 65_536])
    func `a body up to the limit arrives whole`(count: Int) throws {
        let running = try RunningResponder { GatewayResponse(status: 200, body: $0.body) }
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let parameters = FastCGIClient.parameters("POST", "/", body: body)
        let answer = try FastCGIClient(running.path).exchange(parameters, body: body)
        #expect(answer.body == body)
    }

    /// The second is of more pieces than one system call takes.
    @Test(arguments: [3_000_000, 34_000_000])
    func `an answer of many records arrives whole`(count: Int) throws {
        var body = [UInt8](repeating: 1, count: count)
        for place in stride(from: 0, to: count, by: 4_099) { body[place] = UInt8(truncatingIfNeeded: place >> 3) }
        let running = try RunningResponder { [body] _ in GatewayResponse(status: 200, body: body) }
        let answer = try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/"))
        // Told apart from what is compared: nobody wants to read the bytes of a failure.
        let isWhole = answer.body == body
        #expect(isWhole)
    }

    @Test func `the answer to HEAD says how long the body is and has none`() throws {
        let running = try RunningResponder(handler: RunningResponder.echo)
        let answer = try FastCGIClient(running.path).exchange(FastCGIClient.parameters("HEAD", "/"))
        #expect(answer.lines.last == "Content-Length: 11")
        #expect(answer.body.isEmpty)
    }

    @Test func `an answer without a body says nothing of its length`() throws {
        let running = try RunningResponder { _ in
            GatewayResponse(status: 304, headers: [("ETag", "\"1\"")], body: [1])
        }
        let answer = try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/"))
        #expect(answer.lines == ["Status: 304 Not Modified", "ETag: \"1\""])
        #expect(answer.body.isEmpty)
    }

    @Test func `several requests are answered at once`() throws {
        let arrived = Lock(0)
        // Each answer waits until all four requests are there.
        let running = try RunningResponder(threads: 4) { request in
            arrived.withLock { $0 += 1 }
            let all = arrived.wait(for: .seconds(20)) { $0 == 4 ? true : nil }
            return GatewayResponse(status: all == true ? 200 : 503)
        }
        let path = running.path
        let statuses = Lock<[Int?]>([])
        let clients = try (1...4).map { number in
            try Thread(name: "client \(number)") {
                let answer = try? FastCGIClient(path).exchange(FastCGIClient.parameters("GET", "/\(number)"))
                statuses.withLock { $0.append(answer?.status) }
            }
        }
        for client in clients { client.join() }
        #expect(statuses.withLock { $0 } == [200, 200, 200, 200])
    }

    @Test func `a connection is closed after one request, even where it should be kept`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        let kept = try FastCGIClient(running.path)
        try kept.send(
            FastCGIClient.begin(keepingConnection: true) + FastCGIClient.whole(FastCGIClient.parameters("GET", "/"))
                + FastCGIClient.input([]))
        #expect(try kept.answer().status == 200)
        #expect(try kept.isClosed())
        // The one thread is free for the next.
        #expect(try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/")).status == 200)
    }

    @Test func `two responders serve side by side, and one goes on when the other ends`() throws {
        let first = try RunningResponder(handler: RunningResponder.echo)
        let second = try RunningResponder(handler: RunningResponder.echo)
        first.responder.shutDown()
        first.responder.join()
        #expect(try FastCGIClient(second.path).exchange(FastCGIClient.parameters("GET", "/")).status == 200)
    }
}
