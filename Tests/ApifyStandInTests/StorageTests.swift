import ApifyStandIn
import HTTPClient
import Testing

struct StorageTests {
    @Test(
        "a page holds what was asked for, and says where it stands",
        arguments: [
            ("offset=0&limit=2", ["1", "2"], "2"), ("offset=2&limit=2", ["3"], "1"), ("offset=3&limit=2", [], "0"),
            ("offset=9", [], "0"), ("", ["1", "2", "3"], "3"),
        ])
    func pages(query: String, ids: [String], count: String) throws {
        let (caller, dataset) = try finished(.small)
        let page = try caller.get("/v2/datasets/\(dataset)/items?format=jsonl&\(query)")
        #expect(page.lines.map(String.init) == ids.map { #"{"id":"\#($0)"}"# })
        #expect(page.head.header("X-Apify-Pagination-Total") == "3")
        #expect(page.head.header("X-Apify-Pagination-Count") == count)
        #expect(page.head.header("Content-Type") == "application/jsonl; charset=utf-8")
    }

    @Test(
        "clean leaves out what is hidden or empty, and touches nothing else",
        arguments: [
            (##"{"#a":1,"b":[{"c":",#\"}"}],"#d":{"e":2}}"##, ##"{"b":[{"c":",#\"}"}]}"##), (##"{"#a":1}"##, nil),
            ("{ }", nil), (##"{"a":"#"}"##, ##"{"a":"#"}"##), (##"{"a":"#\ud83d"}"##, ##"{"a":"#\ud83d"}"##),
            (##"{"#a":[}"##, ##"{"#a":[}"##), ("7", "7"), ("[]", "[]"),
        ])
    func clean(item: String, shown: String?) throws {
        let (caller, dataset) = try finished(RunScript(DatasetItems([item])))
        let page = try caller.get("/v2/datasets/\(dataset)/items?format=jsonl&clean=true&limit=250")
        #expect(page.text == shown.map { $0 + "\n" } ?? "")
        #expect(page.head.header("X-Apify-Pagination-Count") == "1")
    }

    @Test("as JSON, the items are an array")
    func array() throws {
        let (caller, dataset) = try finished(.small)
        let page = try caller.get("/v2/datasets/\(dataset)/items?limit=2")
        #expect(page.text == "[{\"id\":\"1\"},\n{\"id\":\"2\"}]")
    }

    @Test("a dataset is empty while the run goes on, and for as long after as its script says")
    func trailing() throws {
        var script = RunScript.small
        script.runs = .questions(1)
        script.fills = .questions(2)
        let caller = Caller(try .hosting(script))
        let start = try caller.start()
        let (id, dataset) = (try #require(start.member("id")), try #require(start.member("defaultDatasetId")))
        let path = "/v2/datasets/\(dataset)/items?format=jsonl"
        #expect(try caller.get(path).lines.isEmpty)
        _ = try caller.run(id)
        _ = try caller.run(id)
        #expect(try (1...3).map { _ in try caller.get(path).lines.count } == [0, 0, 3])
        #expect(try caller.get("/v2/datasets/\(dataset)").member("itemCount") == "3")
    }

    @Test("a million items cost nothing but the page that is asked for")
    func million() throws {
        let (caller, dataset) = try finished(RunScript(.reels(1_000_000)))
        let page = try caller.get("/v2/datasets/\(dataset)/items?format=jsonl&clean=true&offset=999750&limit=250")
        #expect(page.lines.count == 250)
        #expect(page.head.header("X-Apify-Pagination-Total") == "1000000")
        #expect(page.lines.last?.contains("Made1000000") == true)
    }

    @Test("the input comes back as it was posted, even one that was sent only when asked for")
    func input() throws {
        let standIn = try ApifyStandIn.hosting(.small)
        let caller = Caller(standIn)
        let input = #"{"a":"\#(String(repeating: "x", count: 3 << 20))"}"#
        let store = try #require(
            try caller.post("/v2/actors/made~up/runs", input).member("defaultKeyValueStoreId"))
        #expect(try caller.get("/v2/key-value-stores/\(store)/records/INPUT").text == input)
        #expect(try caller.get("/v2/key-value-stores/\(store)/records/OUTPUT").status == 404)
        #expect(standIn.startedRuns().first?.input == Array(input.utf8))
        #expect(standIn.exchanges.first?.head.lowercased().contains("expect: 100-continue") == true)
    }

    /// Somebody with a run that has ended, and its dataset.
    private func finished(_ script: RunScript) throws -> (Caller, String) {
        let caller = Caller(try .hosting(script))
        return (caller, try #require(try caller.start().member("defaultDatasetId")))
    }
}
