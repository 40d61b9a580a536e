import Apify
import HTTPClient
import LoopbackServer
import Testing

@Suite struct `A question that failed` {
    static let replies: [(reply: ClientScript.Reply, attempts: Int)] = [
        (ClientScript.error("500 Internal Server Error"), 9), (ClientScript.error("503 Service Unavailable"), 9),
        (LoopbackServer.reply("502 Bad Gateway", body: Array("<html>".utf8)), 9),
        (ClientScript.error("429 Too Many Requests", "rate-limit-exceeded"), 9), (ClientScript.silence, 9),
        (LoopbackServer.reply("200 OK", body: [UInt8(ascii: "{")], declared: 9), 9),
        (ClientScript.Reply(bytes: Array("220 smtp\r\n".utf8)), 9), (ClientScript.json("<html>"), 9),
        (ClientScript.json(#"{"data":{"id":"r1","status":"PONDERING"}}"#), 9),
        (ClientScript.error("400 Bad Request"), 1), (ClientScript.error("401 Unauthorized"), 1),
        (ClientScript.error("402 Payment Required"), 1), (ClientScript.error("403 Forbidden"), 1),
        (ClientScript.error("404 Not Found"), 1), (ClientScript.json("", "204 No Content"), 1),
        (ClientScript.error("408 Timeout"), 1),
        (LoopbackServer.reply("302 Found", ["Location: http://127.0.0.1:1/"]), 1),
        (LoopbackServer.reply("301 Moved Permanently", ["Location: /"], body: Array("moved".utf8)), 1),
    ]

    @Test(arguments: replies)
    func `is asked again after trouble on the way, 429 and 5xx only`(reply: ClientScript.Reply, attempts: Int) throws {
        var script = try ClientScript(reply)
        let error = #expect(throws: ApifyError.self) {
            try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false)
        }
        #expect(script.asked.count == attempts)
        #expect(error?.description.contains("after 9 attempts") == (attempts == 9))
        #expect(error?.retryAfter == nil)
    }

    @Test func `is answered by the first answer`() throws {
        var script = try ClientScript(
            ClientScript.silence, ClientScript.error("500 Oh"), ClientScript.error("429 Slow"), ClientScript.run())
        #expect(try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false).id == "r1")
        #expect(script.asked.count == 4)
    }

    @Test func `waits twice as long each time, by chance up to twice that`() throws {
        var script = try ClientScript(ClientScript.error("500 Oh"))
        _ = #expect(throws: ApifyError.self) { try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false) }
        let least: [Duration] = [0.5, 1, 2, 4, 8, 16, 32, 64].map { .seconds($0) }
        #expect(script.waits.count == least.count)
        #expect(zip(script.waits, least).allSatisfy { $0 >= $1 && $0 <= $1 * 2 })
    }

    @Test func `waits by chance, all over the range`() {
        let error = ApifyError("asking", status: 500, problem: "trouble")
        let waits = (0..<1_000).compactMap { _ in RetryPolicy.delay(beforeRetry: 3, after: error) }
        #expect(waits.count == 1_000)
        #expect(waits.allSatisfy { $0 >= .seconds(2) && $0 <= .seconds(4) })
        // That a thousand draws leave out the first or last tenth has a chance below 1e-45.
        #expect(waits.contains { $0 < .seconds(2.2) } && waits.contains { $0 > .seconds(3.8) })
    }

    @Test(arguments: [0, 9, 10, -1])
    func `has eight retries`(number: Int) {
        let error = ApifyError("asking", status: 500, problem: "trouble")
        #expect(RetryPolicy.delay(beforeRetry: number, after: error) == nil)
        #expect(RetryPolicy.delay(beforeRetry: 8, after: error) != nil)
    }

    private static let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT"

    static let patience: [(headers: [String], wait: Duration?)] = [
        (["Retry-After: 7"], .seconds(7)), (["retry-after:  120 "], .seconds(120)),
        (["Retry-After: 300"], .seconds(300)), (["Retry-After: 301"], .seconds(300)),
        (["Retry-After: 99999999999999999999999"], .seconds(300)),
        (["Retry-After: Sun, 06 Nov 1994 08:50:07 GMT", date], .seconds(30)),
        (["Retry-After: Tue, 01 Nov 1994 00:00:10 GMT", "Date: Mon, 31 Oct 1994 23:59:50 GMT"], .seconds(20)),
        (["Retry-After: Mon, 07 Nov 1994 00:00:00 GMT", date], .seconds(300)),
        // Not usable, or past: the policy's own wait.
        (["Retry-After: 0"], nil), (["Retry-After: -5"], nil), (["Retry-After: soon"], nil), (["Retry-After:"], nil),
        (["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT", date], nil),
        (["Retry-After: Sun, 06 Nov 1994 08:00:00 GMT", date], nil),
        (["Retry-After: Sun, 06 Nov 1994 08:50:07 GMT"], nil),
        (["Retry-After: Sun, 31 Feb 1994 08:50:07 GMT", date], nil),
    ]

    @Test(arguments: patience, ["429 Too Many Requests", "503 Service Unavailable"])
    func `waits as long as it is asked to, up to 5 minutes`(
        row: (headers: [String], wait: Duration?), status: String
    ) throws {
        var script = try ClientScript(ClientScript.error(status, "x", row.headers), ClientScript.run())
        #expect(try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false).id == "r1")
        let wait = try #require(script.waits.first)
        if let asked = row.wait {
            #expect(wait == asked)
        } else {
            #expect(wait >= .milliseconds(500) && wait <= .seconds(1))
        }
    }
}
