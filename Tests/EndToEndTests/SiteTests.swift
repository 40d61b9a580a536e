import FoundationEssentials
import HTTPClient
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// The sample, through nginx.
    @Suite(.sharedStack(["SHORTPULSE_OPERATOR_TOKEN": "a token for tests"]))
    struct SiteTests {
        let stack: Stack

        init() throws {
            stack = try #require(Stack.shared)
        }

        @Test
        func `the page shows the scatter, with a link for each reel`() throws {
            let page = try stack.get("/performance", headers: [("Accept", "text/html")])
            #expect(page.status == 200)
            #expect(page.contentType.hasPrefix("text/html"))
            let chart = try #require(page.text.firstRange(of: "<svg"))
            let links = page.text[chart.lowerBound...].ranges(of: "<a ").count
            #expect(links >= 60)
        }

        @Test(arguments: ["/", "/performance", "/creator-studio", "/media-library"])
        func `known addresses answer`(path: String) throws {
            #expect(try stack.get(path).status == 200)
        }

        @Test
        func `the list holds the whole cohort, best first`() throws {
            let answer = try stack.get("/reels/performance")
            #expect(answer.status == 200)
            #expect(answer.contentType.hasPrefix("application/json"))
            let list = try answer.json(PerformanceAnswer.self)
            #expect(list.dataset == "sample")
            #expect(list.items.count == list.cohort_size)
            for platform in ["instagram", "tiktok", "youtube"] {
                let scores = list.items.filter { $0.platform == platform }.compactMap(\.performance_score)
                #expect(scores.count >= 60)
                #expect(scores == scores.sorted(by: >))
            }
        }

        @Test
        func `the list answers in under 50 ms, to its first reader too`() throws {
            #expect(try #require(stack.firstReading) < .milliseconds(50))
            for _ in 0..<5 { #expect(try stack.readingTime() < .milliseconds(50)) }
        }

        @Test
        func `what has not changed is not sent again`() throws {
            let head = try stack.get("/reels/performance").head
            let tag = try #require(head.header("ETag"))
            let time = try #require(head.header("Last-Modified"))
            let conditions = [
                [("If-None-Match", tag)], [("If-Modified-Since", time)],
                [("If-None-Match", tag), ("If-Modified-Since", time)],
            ]
            for headers in conditions.map({ $0.map { (name: $0.0, value: $0.1) } }) {
                let again = try stack.get("/reels/performance", headers: headers)
                #expect(again.status == 304)
                #expect(again.body.isEmpty)
            }
        }

        @Test(arguments: ["/performance", "/reels/performance", "/css/shortpulse.css", "/metrics", "/no/such/page"])
        func `every answer carries the security headers`(path: String) throws {
            let head = try stack.get(path).head
            let policy = try #require(head.header("Content-Security-Policy"))
            #expect(policy.contains("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(head.header("X-Content-Type-Options") == "nosniff")
            #expect(head.header("Referrer-Policy") == "same-origin")
        }

        @Test
        func `the policy lets in the style that stands in a page, of a page sent again too`() throws {
            let sent = try stack.get("/performance")
            let policy = try #require(sent.head.header("Content-Security-Policy"))
            let style = try #require(sent.text.firstMatch(of: /<style>((?s:.*?))<\/style>/)?.1)
            let digest = Data(SHA256.digest(style.utf8)).base64EncodedString()
            #expect(policy.contains("style-src 'self' 'sha256-\(digest)';"))
            #expect(sent.head.header("ShortPulse-Style") == nil)

            let again = try stack.get("/performance", headers: [("If-None-Match", sent.head.header("ETag") ?? "")])
            #expect(again.status == 304)
            #expect(again.head.header("Content-Security-Policy") == policy)
            #expect(try stack.get("/").head.header("Content-Security-Policy")?.contains("sha256") == false)
        }

        @Test(arguments: ["/performance", "/performance.svg", "/css/shortpulse.css", "/nowhere"])
        func `other sites may show the drawing, and nothing else`(path: String) throws {
            let policy = try stack.get(path).head.header("Cross-Origin-Resource-Policy")
            #expect(policy == (path == "/performance.svg" ? "cross-origin" : "same-origin"))
        }

        @Test
        func `metrics are not for the public`() throws {
            #expect(try stack.get("/metrics").status == 404)
        }

        @Test
        func `a wrong method is 405 and says which are right`() throws {
            let answer = try stack.post("/reels/performance")
            #expect(answer.status == 405)
            #expect(answer.head.header("Allow") == "GET, HEAD")
        }

        @Test
        func `a bad window is 422 and names the parameter`() throws {
            let answer = try stack.get("/reels/performance?window=5d")
            #expect(answer.status == 422)
            #expect(answer.contentType.hasPrefix("application/problem+json"))
            #expect(answer.text.contains("window"))
        }

        @Test
        func `an unknown parameter of a page is dropped`() throws {
            let answer = try stack.get("/performance?utm_source=mail&window=30d")
            #expect(answer.status == 303)
            #expect(answer.head.header("Location") == "/performance?window=30d")
        }

        @Test
        func `what nginx refuses is a problem to a program and a page to a browser`() throws {
            let body = String(repeating: "x", count: 70_000)
            let problem = try stack.post("/ingest/run", body: body)
            #expect(problem.status == 413)
            #expect(problem.contentType == "application/problem+json")
            #expect(problem.text == #"{"type":"about:blank","title":"The request is too large","status":413}"# + "\n")
            let page = try stack.post("/ingest/run", body: body, headers: [("Accept", "text/html")])
            #expect(page.status == 413)
            #expect(page.contentType.hasPrefix("text/html"))
        }

        @Test(arguments: [
            ([], 401),
            ([("Authorization", "Bearer another token")], 401),
            ([("Authorization", "Bearer a token for tests"), ("Origin", "https://elsewhere.example")], 403),
            // Nobody has credentials for Apify here.
            ([("Authorization", "Bearer a token for tests")], 503),
        ])
        func `only an operator may ask for an ingestion`(headers: [(name: String, value: String)], status: Int) throws {
            let before = try stack.get("/ingest/runs").text
            #expect(try stack.post("/ingest/run", headers: headers).status == status)
            #expect(try stack.get("/ingest/runs").text == before)
        }
    }
}
