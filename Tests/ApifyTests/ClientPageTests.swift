import Apify
import Compression
import LoopbackServer
import Testing

@Suite struct `A page of a dataset` {
    private static let three = "{\"a\":1}\n{\"b\":\"}\"}\n{\"c\":[3]}\n"
    private static let items = [#"{"a":1}"#, #"{"b":"}"}"#, #"{"c":[3]}"#]

    @Test func `holds each line as an item, in order`() throws {
        var script = try ClientScript(ClientScript.page(Self.three, total: 1_003, count: 3))
        let page = try script.page(offset: 250).get()
        #expect(page.items == Self.items.map { .whole(Array($0.utf8)) })
        #expect(page.total == 1_003 && page.byteCount == Self.three.utf8.count)
        #expect(script.asked == ["GET /v2/datasets/d1/items?format=jsonl&clean=true&offset=250&limit=3"])
    }

    static let harmless: [(text: String, count: Int?, items: [String])] = [
        (#"{"a":1}"# + "\n" + #"{"b":"}"}"# + "\n" + #"{"c":[3]}"#, 3, items),
        ("\n\r\n" + three + "\n\n", 3, items),
        (three, nil, items),
        // Whatever a line is, it costs no other.
        ("{\"a\":1\n\"\\ud83d\n{\"z\":NaN}", 3, [#"{"a":1"#, #""\ud83d"#, #"{"z":NaN}"#]),
        ("{\"error\":{\"type\":\"x\"}}\n{}\n[1]\n", 3, [#"{"error":{"type":"x"}}"#, "{}", "[1]"]),
        ("{}\0\n{\"a\":\"\u{0}\"}\n\u{FEFF}{}", 3, ["{}\0", "{\"a\":\"\u{0}\"}", "\u{FEFF}{}"]),
    ]

    @Test(arguments: harmless)
    func `takes lines as they are`(text: String, count: Int?, items: [String]) throws {
        var script = try ClientScript(ClientScript.page(text, total: 3, count: count))
        #expect(try script.page().get().items == items.map { .whole(Array($0.utf8)) })
        #expect(script.asked.count == 1)
    }

    @Test(arguments: [
        #"{"error":"no_items"}"#, #"{"error":{"type":"x"},"url":"u"}"#, #"{"error":{"code":7}}"#, #"{"error":{}}"#,
    ])
    func `may hold an actor's own complaint`(text: String) throws {
        var script = try ClientScript(ClientScript.page(text, total: 1, count: 1))
        #expect(try script.page().get().items.count == 1)
    }

    @Test(arguments: [
        "application/jsonl", "application/jsonl; charset=utf-8", "Application/X-NDJSON", "application/x-jsonlines;q=1",
    ])
    func `is JSON lines by its type`(type: String) throws {
        var script = try ClientScript(ClientScript.page(Self.three, total: 3, count: 3, type: type))
        #expect(try script.page().get().items.count == 3)
    }

    @Test func `of an empty dataset is empty`() throws {
        var script = try ClientScript(ClientScript.page("", total: 0, count: 0))
        #expect(try script.page().get() == DatasetPage(items: [], total: 0, byteCount: 0))
        #expect(script.asked.count == 1)
    }

    @Test func `after the last item is empty`() throws {
        var script = try ClientScript(ClientScript.page("\n", total: 3, count: 0))
        #expect(try script.page(offset: 3).get().items.isEmpty)
        #expect(script.asked.count == 1)
    }

    @Test func `comes compressed, and in more pieces than lines`() throws {
        let long = #"{"text":"\#(String(repeating: "é\\\"}{", count: 9_000))"}"#
        let text = [long, "{}", long].joined(separator: "\n")
        let body = try Gzip.compress(Array(text.utf8))
        var script = try ClientScript(
            ClientScript.page(body, total: 3, count: 3, headers: ["Content-Encoding: gzip"]))
        let page = try script.page().get()
        #expect(page.items == [long, "{}", long].map { .whole(Array($0.utf8)) })
        #expect(page.byteCount == text.utf8.count)
    }

    @Test func `keeps of an item over 64 KiB its head, length and digest`() throws {
        let longest = #"{"a":"\#(String(repeating: "x", count: 65_536 - 8))"}"#
        let longer = #"{"a":"\#(String(repeating: "x", count: 65_537 - 8))"}"#
        var script = try ClientScript(ClientScript.page("\(longest)\n\(longer)\n{}", total: 3, count: 3))
        let items = try script.page().get().items
        #expect(items[0] == .whole(Array(longest.utf8)))
        #expect(items[1] == .overlong(head: Array(longer.utf8.prefix(4_096)), byteCount: 65_537, sha256: []))
        #expect(items[2] == .whole(Array("{}".utf8)))
    }

    private static func lines(_ bytes: Int) -> String {
        "{}\n{}\n{\"a\":\"" + String(repeating: "x", count: bytes - 14) + "\"}"
    }

    static let faults: [(reply: ClientScript.Reply, words: String)] = [
        (ClientScript.page("<html>", total: 3, count: 3, type: "text/html"), "the answer is no JSON lines by its type"),
        (ClientScript.page(three, total: 3, count: 3, type: "application/json"), "no JSON lines by its type"),
        (ClientScript.page(three, total: 3, count: 3, type: "text/plain"), "no JSON lines by its type"),
        (ClientScript.page("", total: 0, count: 0, type: ""), "no JSON lines by its type"),
        (LoopbackServer.reply("200 OK", ["Content-Type: application/jsonl"], body: [123, 125]), "how many items"),
        (ClientScript.page("", total: -1), "the answer does not say how many items there are"),
        (ClientScript.page(#"{"error":{"type":"x","message":"y"}}"#, total: 1, count: 1), "an error came in place of"),
        (ClientScript.page(three, total: 9, count: 2), "more lines came than the 2 of the page"),
        (ClientScript.page(three + "{", total: 9, count: 3), "more lines came than the 3 of the page"),
        (ClientScript.page(three + three, total: 9, count: 6), "more lines came than the 3 of the page"),
        (ClientScript.page(three + "{}", total: 9), "more lines came than the 3 of the page"),
        (ClientScript.page("{}", total: 0, count: 0), "more lines came than the 0 of the page"),
        (ClientScript.page(lines(16 * 65_537 + 2), total: 3, count: 3), "the page is longer than the 1048593 bytes"),
        (ClientScript.page(#"{"a":1}"# + "\n" + #"{"a":"}"#, total: 2, count: 2), "the page ends inside an item"),
        (ClientScript.page(#"{"a":[{}]"#, total: 1, count: 1), "the page ends inside an item"),
        (ClientScript.page(lines(70_000).dropLast() + "", total: 3, count: 3), "the page ends inside an item"),
    ]

    @Test(arguments: faults)
    func `is refused as a whole, and asked for again, where it cannot be one`(
        reply: ClientScript.Reply, words: String
    ) throws {
        var script = try ClientScript(reply)
        let error = try #require(script.page().failure)
        #expect(error.description.hasPrefix("fetching the dataset: "))
        #expect(error.description.contains(words) && error.description.hasSuffix("after 9 attempts"))
        #expect(error.status == nil && script.asked.count == 9)

        var mended = try ClientScript(reply, ClientScript.page(Self.three, total: 3, count: 3))
        #expect(try mended.page().get().items.count == 3)
    }

    @Test func `may be as long as its items may be`() throws {
        var script = try ClientScript(ClientScript.page(Self.lines(16 * 65_537 + 1), total: 3, count: 3))
        #expect(try script.page().get().byteCount == 1_048_593)
    }

    @Test func `whose compressed form was cut off ends inside an item`() throws {
        let text = (0..<3).map { #"{"text":"\#(String(repeating: "\($0)é", count: 3_000))"}"# }.joined(separator: "\n")
        let cut = try Gzip.compress(Array(text.utf8)).dropLast(20)
        var script = try ClientScript(
            ClientScript.page(Array(cut), total: 3, count: 3, headers: ["Content-Encoding: gzip"]))
        let error = try #require(script.page().failure)
        #expect(error.description.contains("ends inside an item") && script.asked.count == 9)
    }

    @Test func `is asked for again after trouble, and given up with its last`() throws {
        var script = try ClientScript(
            ClientScript.error("500 Oh"), ClientScript.silence, ClientScript.page(Self.three, total: 3, count: 3))
        #expect(try script.page().get().items.count == 3)

        var gone = try ClientScript(ClientScript.error("500 Oh"), ClientScript.error("404 Not Found"))
        let error = try #require(gone.page().failure)
        #expect(error.isNotFound && error.verdict == .refused)
        #expect(error.description.contains("after 2 attempts; the dataset is gone"))
    }

    /// How many items come in turn, the last for ever; how many there are in the end and after how many questions.
    static let shortPages: [(counts: [Int], items: Int?, questions: Int)] = [
        ([3], 3, 1), ([2, 2], 2, 2), ([0, 0], 0, 2), ([2, 3], 3, 2), ([1, 2, 2], 2, 3), ([2, 1, 2, 1, 1], 1, 5),
        ([0, 1, 0, 1, 0, 1, 0, 1, 0], nil, 9), ([0, 1, 0, 1, 0, 1, 0, 1, 1], 1, 9),
    ]

    @Test(arguments: shortPages)
    func `with fewer items than there should be is taken once two in a row agree`(
        counts: [Int], items: Int?, questions: Int
    ) throws {
        var script = try ClientScript(
            counts.map { ClientScript.page(String(repeating: "{\"a\":1}\n", count: $0), total: 3, count: 3) })
        let page = script.page()
        #expect((try? page.get().items.count) == items)
        #expect(page.failure?.description.contains("0 items came where there should be 3, after 9") ?? true)
        #expect(script.asked.count == questions)
    }

    @Test func `at the end of the dataset is not short`() throws {
        var script = try ClientScript(ClientScript.page("{}\n", total: 7, count: 1))
        #expect(try script.page(offset: 6).get().items.count == 1)
        #expect(script.asked.count == 1)
    }
}
