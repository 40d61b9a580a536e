import Reels
import Scoring
import Site
import Testing

struct ParameterTests {
    private let world = World()

    init() {
        world.shelf.put(Observation.many(5))
    }

    @Test(
        "the API refuses an unknown, repeated or impossible parameter by name",
        arguments: [
            ("utm_source=x", "utm_source"), ("window", "window"), ("window=", "window"), ("window=7D", "window"),
            ("window=8d", "window"), ("window=7d&window=7d", "window"), ("Window=7d", "Window"),
            ("platform=x", "platform"), ("platform=", "platform"), ("platform=TikTok", "platform"),
            ("platform=%FF", "platform"), ("platform=%00", "platform"), ("platform=%", "platform"),
            ("dataset=both", "dataset"), ("as_of=", "as_of"), ("limit=0", "limit"), ("limit=-1", "limit"),
            ("limit=50001", "limit"), ("limit=1.5", "limit"), ("limit=+1", "limit"), ("limit=%2B1", "limit"),
            ("limit=99999999999999999999", "limit"), ("limit=", "limit"), ("limit=٣", "limit"), ("limit=0x10", "limit"),
            ("min_views=-1", "min_views"), ("min_likes=a", "min_likes"), ("min_views=9223372036854775808", "min_views"),
            ("min_comments=1e3", "min_comments"), ("min_engagement_rate=-0.1", "min_engagement_rate"),
            ("min_engagement_rate=nan", "min_engagement_rate"), ("min_engagement_rate=inf", "min_engagement_rate"),
            ("min_engagement_rate=1e400", "min_engagement_rate"), ("min_engagement_rate=.5", "min_engagement_rate"),
            ("min_engagement_rate=5.", "min_engagement_rate"), ("min_engagement_rate=1.2.3", "min_engagement_rate"),
            ("min_engagement_rate=0.0000000000000000000000001", "min_engagement_rate"), ("outliers=1", "outliers"),
            ("outliers=TRUE", "outliers"), ("format=xml", "format"), ("cursor=1", "cursor"), ("%zz=1", "%zz"),
            ("%00=1", "%00"), ("=", ""), ("=7d", ""),
        ])
    func strict(query: String, parameter: String) {
        let response = world.ask("/reels/performance?\(query)")
        #expect(response.status == 422)
        #expect(response["Content-Type"] == "application/problem+json")
        #expect(response.text.contains("\"parameter\":\"\(parameter)\""))
    }

    @Test(
        "the API takes every parameter in every proper spelling",
        arguments: [
            "", "&", "&&", "window=30d", "window=%37d", "platform=youtube&window=90d", "limit=1", "limit=050",
            "limit=50000", "min_views=0", "min_engagement_rate=0", "min_engagement_rate=10.25", "outliers=true",
            "outliers=false", "format=json", "format=csv", "format=ndjson", "dataset=live",
            "as_of=2026-05-01T12:00:00Z", "as_of=2026-05-01%2012:00:00.123456Z", "as_of=2026-05-01+12:00:00Z",
        ])
    func proper(query: String) {
        #expect(world.ask("/reels/performance?\(query)").status == 200)
    }

    @Test(
        "the form's percent become a rate in the address, digit by digit, and the form shows them again",
        arguments: [
            ("5", "0.05", "5"), ("2.50", "0.025", "2.5"), ("0", "0", "0"), ("0.05", "0.0005", "0.05"),
            ("100", "1", "100"), ("1250", "12.5", "1250"), ("007", "0.07", "7"),
        ])
    func percent(_ row: (sent: String, rate: String, shown: String)) {
        let sent = world.ask("/performance?min_engagement_percent=\(row.sent)")
        #expect(sent.status == 303 && sent["Location"] == "/performance?min_engagement_rate=\(row.rate)")
        let page = world.ask("/performance?min_engagement_rate=\(row.rate)").text
        #expect(page.contains("name=\"min_engagement_percent\" value=\"\(row.shown)\""))
    }

    @Test(
        "percent that are none are refused, and programs send rates alone",
        arguments: ["/performance?min_engagement_percent=5%25", "/reels/performance?min_engagement_percent=5"])
    func noPercent(target: String) {
        #expect(world.ask(target).status == 422)
    }

    @Test(
        "other API routes have their own parameters, and no more",
        arguments: [
            "/health?x=1", "/health?window=7d", "/ingest/status?limit=1", "/ingest/runs?window=7d",
            "/ingest/runs?limit=0", "/ingest/runs?limit=501", "/ingest/runs?limit=1&limit=1", "/ingest/runs?cursor=",
            "/ingest/runs?cursor=00", "/ingest/runs/\(Desk.runID(1))?x",
        ])
    func otherRoutes(target: String) {
        let response = world.ask(target)
        #expect(response.status == 422)
        #expect(response["Content-Type"] == "application/problem+json")
    }

    @Test(
        "a page is shown only at its canonical address",
        arguments: [
            ("/performance?utm_source=x", "/performance"), ("/performance?", nil), ("/performance?&", "/performance"),
            ("/?window=7d", "/"), ("/?window=30d", nil), ("/performance?window=", "/performance"),
            ("/performance?platform=&window=&as_of=&dataset=", "/performance"),
            ("/performance?%zz=%zz", "/performance"),
            ("/performance?platform=tiktok&window=30d", "/performance?window=30d&platform=tiktok"),
            ("/performance?window=30d&platform=tiktok", nil), ("/performance?window=%330d", "/performance?window=30d"),
            ("/performance?window=30d&window=30d", "/performance?window=30d"),
            ("/performance?window=30d&window=", "/performance?window=30d"),
            ("/performance?as_of=2026-05-01T12:00:00Z", "/performance?as_of=2026-05-01T12%3A00%3A00Z"),
            ("/performance?as_of=2026-05-01T14%3A00%3A00%2B02%3A00", "/performance?as_of=2026-05-01T12%3A00%3A00Z"),
            ("/performance?as_of=2026-05-01T12%3A00%3A00Z", nil), ("/media-library?dataset=live", nil),
            ("/creator-studio?dataset=live&fbclid=1", "/creator-studio?dataset=live"), ("/%70erformance", nil),
            ("/%70erformance?x", "/performance"),
        ] as [(String, String?)])
    func canonical(target: String, location: String?) {
        let response = world.ask(target)
        #expect(response.status == (location == nil ? 200 : 303))
        #expect(response["Location"] == location)
        if let location { #expect(world.ask(location).status == 200) }
    }

    @Test(
        "an impossible value is a page with 422",
        arguments: [
            "/performance?window=1d", "/?platform=vine", "/performance?as_of=tomorrow",
            "/performance?as_of=2027-01-01T00:00:00Z", "/media-library?dataset=x", "/performance?window=7d&window=30d",
            "/performance?window=%FF", "/?window=%00", "/performance?utm=1&window=1d",
        ])
    func impossible(target: String) {
        let response = world.ask(target)
        #expect(response.status == 422)
        #expect(response["Content-Type"] == "text/html; charset=utf-8")
    }
}
