import Apify
import LoopbackServer
import Reels
import Testing

@Suite struct `The runs of an actor` {
    private static let since = Instant(seconds: 1_781_000_000)

    /// A page of runs, started so many seconds after `since`; nil is a run that does not say when.
    private static func page(_ starts: [Int?], total: Int, firstNumber: Int) -> ClientScript.Reply {
        let items = starts.enumerated().map { index, start in
            let time = start.map { "\"\(since.advanced(byMicroseconds: Int64($0) * Microseconds.second).iso8601)\"" }
            return #"{"id":"r\#(firstNumber + index)","status":"RUNNING","startedAt":\#(time ?? "null")}"#
        }
        return ClientScript.json(
            #"{"data":{"total":\#(total),"items":[\#(items.joined(separator: ","))]}}"#)
    }

    @Test func `are listed over as many pages as it takes, and no more`() throws {
        var script = try ClientScript(
            Self.page((0..<100).map { 1_000 - $0 }, total: 950, firstNumber: 0), ClientScript.error("503 Busy"),
            Self.page((0..<100).map { 900 - $0 }, total: 950, firstNumber: 100),
            Self.page([2, nil, 0, -1] + Array(repeating: -9, count: 96), total: 950, firstNumber: 200))
        let runs = try script.client.runs(actorID: "made~up", startedSince: Self.since)
        #expect(runs.map(\.id) == (0..<203).map { "r\($0)" })
        let offsets = [0, 100, 100, 200]
        #expect(script.asked == offsets.map { "GET /v2/actors/made~up/runs?desc=true&limit=100&offset=\($0)" })
    }

    @Test func `end with the last page`() throws {
        var script = try ClientScript(Self.page([5, 4], total: 2, firstNumber: 0))
        #expect(try script.client.runs(actorID: "a", startedSince: Self.since).map(\.id) == ["r0", "r1"])
        #expect(script.asked.count == 1)
    }

    @Test func `are none where there are none`() throws {
        var script = try ClientScript(Self.page([], total: 0, firstNumber: 0))
        #expect(try script.client.runs(actorID: "a", startedSince: Self.since).isEmpty)
    }

    @Test func `come once each, though a run started meanwhile moves the pages`() throws {
        var script = try ClientScript(
            Self.page([9, 8], total: 4, firstNumber: 0), Self.page([8, 7], total: 5, firstNumber: 1),
            Self.page([6], total: 5, firstNumber: 3))
        #expect(
            try script.client.runs(actorID: "a", startedSince: Self.since).map(\.id) == ["r0", "r1", "r2", "r3"])
    }

    @Test func `end where the pages bring nothing new`() throws {
        var script = try ClientScript(Self.page([9, 8], total: 1_000, firstNumber: 0))
        #expect(try script.client.runs(actorID: "a", startedSince: Self.since).count == 2)
        #expect(script.asked.count == 2)
    }

    @Test(arguments: [
        #"{"data":{"total":1,"items":[{"id":"r1","status":"PONDERING"}]}}"#,
        #"{"data":{"total":1,"items":[{"status":"RUNNING"}]}}"#, #"{"data":{"total":1,"items":[7]}}"#,
        #"{"data":{"items":[]}}"#, #"{"data":{"total":0}}"#, "<html>", "",
    ])
    func `are never fewer than Apify listed, for one passed over might be paid for twice`(text: String) throws {
        var script = try ClientScript(ClientScript.json(text))
        let error = #expect(throws: ApifyError.self) {
            try script.client.runs(actorID: "a", startedSince: Self.since)
        }
        #expect(error?.verdict == .unclear && script.asked.count == 9)
    }
}
