import ApifyStandIn
import HTTPClient
import System
import Testing

struct FaultTests {
    /// What a client can see of a start that went wrong, and whether the run is on the bill.
    struct Case: Sendable {
        let fault: Fault
        let status: Int?
        let error: HTTPClientError.Kind?
        let starts: Bool

        init(_ fault: Fault, _ status: Int? = nil, _ error: HTTPClientError.Kind? = nil, starts: Bool) {
            self.fault = fault
            self.status = status
            self.error = error
            self.starts = starts
        }
    }

    @Test(
        "a start can go wrong with the run started, and without",
        arguments: [
            Case(.hangUp, nil, .interrupted, starts: false), Case(.actAndHangUp, nil, .interrupted, starts: true),
            Case(.refuse(.tooManyRequests()), 429, starts: false), Case(.refuse(.noCredit), 402, starts: false),
            Case(.refuse(.forbidden), 403, starts: false), Case(.refuse(.html(200)), 200, starts: false),
            Case(.refuse(.error(200, "unknown", "made up")), 200, starts: false),
            Case(.refuse(.redirect(to: "http://127.0.0.1:1/")), 302, starts: false),
            Case(.actAndAnswer(.internalError), 500, starts: true),
            Case(.cut(afterBytes: 20), nil, .interrupted, starts: true),
            Case(.truncate(afterBytes: 20), 201, starts: true),
        ])
    func starts(example: Case) throws {
        let standIn = try ApifyStandIn.hosting(.small, plan: Plan { $0.turn == 1 ? example.fault : nil })
        let caller = Caller(standIn)
        do {
            #expect(try caller.start().status == example.status)
        } catch {
            #expect(error.kind == example.error)
        }
        #expect(standIn.startedRuns().count == (example.starts ? 1 : 0))
        // It goes wrong once; the server is none the worse.
        #expect(try caller.start().status == 201)
    }

    @Test("an answer can come too late for a client in a hurry, with the run started")
    func delay() throws {
        let standIn = try ApifyStandIn.hosting(.small, plan: Plan { $0.turn == 1 ? .delay(.seconds(600)) : nil })
        var caller = Caller(standIn)
        caller.limits.total = .milliseconds(500)
        #expect(throws: HTTPClientError.self) { try caller.start() }
        #expect(standIn.startedRuns().count == 1)
    }

    @Test(
        "a page can break off", arguments: [0, 100, 1_000], [true, false])
    func cutPages(bytes: Int, isStall: Bool) throws {
        var (caller, path) = try page(.reels(250), isStall ? .stall(afterBytes: bytes) : .cut(afterBytes: bytes))
        caller.limits = TransferLimits(total: .milliseconds(300), bodyLimit: 1 << 24)
        do {
            let answer = try caller.get(path)
            Issue.record("there was an answer of \(answer.text.utf8.count) bytes")
        } catch {
            #expect(error.kind == (isStall ? .timedOut : .interrupted))
        }
    }

    @Test("a page can end in the middle of a line and still be whole to HTTP")
    func truncated() throws {
        let (caller, path) = try page(.reels(250), .truncate(afterBytes: 5_000))
        let answer = try caller.get(path)
        #expect(answer.status == 200 && answer.text.utf8.count == 5_000)
    }

    @Test("a page can have more lines than it says")
    func excess() throws {
        let (caller, path) = try page(.reels(2), .excessLines(["{}", "{}"]))
        let answer = try caller.get(path)
        #expect(answer.lines.count == 4 && answer.head.header("X-Apify-Pagination-Count") == "2")
    }

    @Test("a page can lack its headers, and be of another type")
    func headers() throws {
        let (bare, barePath) = try page(.reels(2), .withoutHeaders())
        let (wrong, wrongPath) = try page(.reels(2), .wrongType("text/html"))
        #expect(try bare.get(barePath).head.headers.allSatisfy { !$0.name.hasPrefix("X-Apify-Pagination-") })
        #expect(try wrong.get(wrongPath).head.header("Content-Type") == "text/html")
    }

    @Test("a page can be an endless stream of zeros")
    func bomb() throws {
        let (caller, path) = try page(.reels(2), .bomb)
        var client = try HTTPClient()
        let request = HTTPRequest(.get, caller.standIn.url + path, token: BearerToken(caller.standIn.token))
        var count = 0
        do {
            try client.send(request, limits: TransferLimits(bodyLimit: 4 << 20)) { _, bytes in
                count += bytes.count
                #expect(bytes.allSatisfy { $0 == 0 })
            }
            Issue.record("it ended")
        } catch {
            #expect(error.kind == .tooLarge)
            #expect(count > 3 << 20)
        }
    }

    @Test(
        "a client can be told when to come back",
        arguments: [
            (Answer.Patience.unsaid, 0...0), (.seconds(7), 1...1), (.date(secondsFromNow: 60), 29...29),
            (.text("soon"), 4...4),
        ])
    func patience(patience: Answer.Patience, length: ClosedRange<Int>) throws {
        let standIn = try ApifyStandIn.hosting(.small, plan: Plan { _ in .refuse(.tooManyRequests(patience)) })
        let answer = try Caller(standIn).start()
        #expect(answer.status == 429 && answer.member("type") == "rate-limit-exceeded")
        #expect(length.contains(answer.head.header("Retry-After")?.utf8.count ?? 0))
    }

    /// Somebody with a dataset of these items, and the path of its first page, with which `fault` happens.
    private func page(_ items: DatasetItems, _ fault: Fault) throws -> (Caller, String) {
        let standIn = try ApifyStandIn.hosting(
            RunScript(items), plan: Plan { $0.operation == .listItems ? fault : nil })
        let caller = Caller(standIn)
        let dataset = try #require(try caller.start().member("defaultDatasetId"))
        return (caller, "/v2/datasets/\(dataset)/items?format=jsonl&clean=true&offset=0&limit=250")
    }
}
