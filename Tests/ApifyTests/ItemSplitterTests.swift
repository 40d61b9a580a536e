import Apify
import Testing

/// Not a digest of any worth: the bytes themselves, so that a test sees what was digested.
private struct Copy: ItemDigest {
    private var bytes: [UInt8] = []
    mutating func update(_ bytes: some Collection<UInt8>) { self.bytes += bytes }
    consuming func digest() -> [UInt8] { bytes }
}

private func split(_ bytes: [UInt8], chunk: Int, maximumLength: Int = 65_536) throws -> [ReceivedItem] {
    var items: [ReceivedItem] = []
    var splitter = ItemSplitter(digest: Copy.self, maximumLength: maximumLength, keptLength: 8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
        splitter.feed(bytes[start..<min(start + chunk, bytes.count)]) { items.append($0) }
    }
    try splitter.finish { items.append($0) }
    return items
}

private func texts(_ items: [ReceivedItem]) -> [String] {
    items.map { item in
        guard case .whole(let bytes) = item else { return "overlong" }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite struct `A dataset cut into items` {
    static let datasets: [(text: String, items: [String])] = [
        ("[]", []),
        (" \n[ ]\n", []),
        ("[{}]", ["{}"]),
        (#"[{"a":1},{"b":2}]"#, [#"{"a":1}"#, #"{"b":2}"#]),
        ("\u{FEFF}[\n {\"a\":1},\r\n {\"b\": [1, {\"c\": 2}]}\n]\n", ["{\"a\":1}", "{\"b\": [1, {\"c\": 2}]}"]),
        (#"[{"a":"]},{\"\\"},{"b":"\\\\"}]"#, [#"{"a":"]},{\"\\"}"#, #"{"b":"\\\\"}"#]),
        (#"[1, "x,]", null, [2], {"a":1}, -1e5]"#, ["1", #""x,]""#, "null", "[2]", #"{"a":1}"#, "-1e5"]),
        ("[,{},,{},]", ["{}", "{}"]),
        ("[{} {}5\"x\"]", ["{}", "{}", "5", "\"x\""]),
        (#"[{"a":1], {"b":2}]"#, [#"{"a":1]"#, #"{"b":2}"#]),
        ("[{}] trailing\n[{}]\n", ["{}", "trailing", "[{}]"]),
        ("{}", ["{}"]),
        ("{\"a\":1}\n{\"b\":2}\n", ["{\"a\":1}", "{\"b\":2}"]),
        ("\u{FEFF}{\"a\":1}\r\n\r\n  \n\t{\"b\":2}", ["{\"a\":1}", "{\"b\":2}"]),
        (
            "{\"a\":1}\ngarbage\n{\"b\":\n5\n[1\n{\"c\":3} \n",
            ["{\"a\":1}", "garbage", "{\"b\":", "5", "[1", "{\"c\":3} "]
        ),
        ("{\"a\":\"b\rc\"}\r\r\n", ["{\"a\":\"b\rc\"}\r"]),
        (
            "{\n  \"a\": \"}{\",\n  \"b\": {\n  }\n}\n{\n  \"c\": []\n}",
            ["{\n  \"a\": \"}{\",\n  \"b\": {\n  }\n}", "{\n  \"c\": []\n}"]
        ),
        ("{\r\n \"a\": 1\r\n}\r\n{\"b\":2}", ["{\r\n \"a\": 1\r\n}", "{\"b\":2}"]),
        ("{\n \"a\": \"open\n}\n{\"b\":2}", ["{\n \"a\": \"open\n}", "{\"b\":2}"]),
        ("{\n \"a\": [\n{\"b\":2}\n{\"c\":3}", ["{\n \"a\": [\n", "{\"b\":2}", "{\"c\":3}"]),
        ("{\"a\":1}\n{\n", ["{\"a\":1}", "{\n"]),
    ]

    @Test(arguments: datasets, [1, 2, 3, 7, 100_000])
    func `each item comes as it stands, whatever the chunks`(dataset: (text: String, items: [String]), chunk: Int)
        throws
    {
        #expect(try texts(split(Array(dataset.text.utf8), chunk: chunk)) == dataset.items)
    }

    @Test(
        arguments: [
            ("", DatasetError.noObject), ("\n \n", .noObject), ("\u{FEFF}", .noObject), ("[1, 2]", .noObject),
            ("<!doctype html>\n<p>{\n</p>", .noObject), ("\u{7F}ELF\u{0}{\u{1}}", .noObject), ("{\"a\":1", .noObject),
            ("[", .unterminatedArray), ("[{\"a\":1},", .unterminatedArray), ("[{\"a\":1},{\"b\":", .unterminatedArray),
            ("[{\"a\":\"]}", .unterminatedArray), ("[{\"a\":[1}]", .unterminatedArray),
        ], [1, 100_000])
    func `what is no dataset is told apart`(dataset: (text: String, error: DatasetError), chunk: Int) {
        #expect(throws: dataset.error) { try split(Array(dataset.text.utf8), chunk: chunk) }
    }

    @Test(arguments: [1, 5, 1_000])
    func `an item over the cap leaves its head, its length and its digest`(chunk: Int) throws {
        let long = #"{"a":"0123456789"}"#
        for text in ["[{},\(long) ,{}]", "{}\n\(long)\r\n{}"] {
            let items = try split(Array(text.utf8), chunk: chunk, maximumLength: 17)
            #expect(items.count == 3 && items[0].byteCount == 2 && items[2].byteCount == 2)
            #expect(
                items[1]
                    == .overlong(head: Array(#"{"a":"01"#.utf8), byteCount: 18, sha256: Array(long.utf8)))
        }
    }

    @Test func `an item as long as the cap is whole`() throws {
        let items = try split(Array(#"{"a":"0123456789"}"#.utf8), chunk: 4, maximumLength: 18)
        #expect(texts(items) == [#"{"a":"0123456789"}"#])
    }

    @Test func `what the receiver throws goes through`() {
        struct Stop: Error {}
        var splitter = ItemSplitter(digest: Copy.self)
        #expect(throws: Stop.self) {
            try splitter.feed(Array("{}\n{}\n".utf8)[...]) { (_) throws(Stop) in throw Stop() }
        }
    }
}
