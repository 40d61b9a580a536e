import ApifyStandIn
import Testing

struct RefusalTests {
    @Test(
        "only the right token opens anything, and only as a header",
        arguments: [
            (nil, "", "token-not-provided"), ("wrong", "", "invalid-token"), ("t1", "?token=t1", "token-not-provided"),
        ])
    func tokens(token: String?, query: String, type: String) throws {
        let standIn = try ApifyStandIn(token: "t1")
        standIn.host("made~up", .small)
        var caller = Caller(standIn)
        caller.token = token
        let answer = try caller.start("made~up", query)
        #expect(answer.status == 401 && answer.member("type") == type)
        #expect(standIn.startedRuns().isEmpty)
    }

    @Test(
        "what is not there is not found",
        arguments: [
            "/v2/actors/nobody/runs", "/v2/actor-runs/none", "/v2/datasets/none", "/v2/datasets/none/items",
            "/v2/key-value-stores/none/records/INPUT",
        ])
    func notFound(path: String) throws {
        let answer = try Caller(.hosting(.small)).get(path)
        #expect(answer.status == 404 && answer.member("type") == "record-not-found")
    }

    @Test("an input that is no JSON object starts nothing", arguments: ["[]", "7", "{", #"{"a":}"#])
    func inputs(input: String) throws {
        let standIn = try ApifyStandIn.hosting(.small)
        let answer = try Caller(standIn).post("/v2/actors/made~up/runs", input)
        #expect(answer.status == 400 && answer.member("type") == "invalid-input")
        #expect(standIn.startedRuns().isEmpty)
    }

    @Test("a page that is no page is refused", arguments: ["offset=-1", "limit=x", "format=xlsx"])
    func pages(query: String) throws {
        let caller = Caller(try .hosting(.small))
        let dataset = try #require(try caller.start().member("defaultDatasetId"))
        #expect(try caller.get("/v2/datasets/\(dataset)/items?\(query)").status == 400)
    }
}
