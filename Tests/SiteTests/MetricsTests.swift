import Reels
import Scoring
import Site
import Testing

@Suite struct MetricsTests {
    @Test func `whoever comes by the public's way finds nothing`() {
        let answer = World().ask("/metrics")
        #expect(answer.status == 404)
        #expect(answer.body == World().ask("/metric").body)
    }

    @Test func `requests are counted by route and status, whatever their address names`() throws {
        let world = World()
        for path in ["/api", "/api?utm_source=x", "/reels/tiktok/none", "/reels/tiktok/%22%7D", "/nowhere", "/%zz"] {
            _ = world.ask(path)
        }
        _ = world.ask("/health", method: "POST")
        let text = metrics(of: world)
        #expect(text.contains(#"shortpulse_requests_total{route="/api",pool="fast",status="200"} 1"#))
        #expect(text.contains(#"shortpulse_requests_total{route="/api",pool="fast",status="303"} 1"#))
        #expect(text.contains(#"shortpulse_requests_total{route="/health",pool="fast",status="405"} 1"#))
        #expect(text.contains(#"shortpulse_requests_total{route="other",pool="fast",status="404"} 1"#))
        #expect(text.contains(#"shortpulse_requests_total{route="other",pool="fast",status="400"} 1"#))
        #expect(
            text.contains(
                #"shortpulse_request_duration_seconds_count{route="/reels/{platform}/{reel_id}",pool="fast"} 2"#))
        #expect(!text.contains("utm_source") && !text.contains("nowhere"))
    }

    @Test func `it tells the age of what is shown, and how many reels each cohort holds`() {
        let world = World()
        world.shelf.put([.sample("a", hoursOld: 3, views: 10), .sample("b", hoursOld: 24 * 20, views: 10)])
        let text = metrics(of: world)
        #expect(
            text.contains(
                #"shortpulse_snapshot_as_of_timestamp_seconds{dataset="live",platform="tiktok"} 1777636800"#))
        #expect(text.contains(#"shortpulse_cohort_reels{dataset="live",platform="tiktok",window="7d"} 1"#))
        #expect(text.contains(#"shortpulse_cohort_reels{dataset="live",platform="tiktok",window="30d"} 2"#))
    }

    @Test func `it tells the states of runs, what became of items, why some were rejected, and the cost`() {
        let world = World()
        world.desk.set { desk in
            desk.figures = IngestionFigures(
                groups: [
                    .init(
                        source: .apify, feed: "reels", state: .failed, runs: 2,
                        counts: ItemCounts(observed: 1, rejected: 4), costUSD: 0.25, lastFinishedAt: noon),
                    .init(
                        source: .apify, feed: "reels", state: .running, runs: 1, heartbeatAt: noon),
                    .init(
                        source: .apify, feed: "reels", state: .succeeded, runs: 9,
                        counts: ItemCounts(observed: 100, duplicate: 3), costUSD: 0.5),
                ], rejections: ["no_views": 4])
        }
        let text = metrics(of: world)
        let labels = #"source="apify",feed="reels",state="#
        #expect(text.contains(#"shortpulse_ingestion_runs{\#(labels)"failed"} 2"#))
        #expect(
            text.contains(
                #"shortpulse_ingestion_last_finish_timestamp_seconds{\#(labels)"failed"} 1777636800"#))
        #expect(text.contains(#"shortpulse_ingestion_heartbeat_timestamp_seconds{\#(labels)"running"} 1777636800"#))
        #expect(text.contains(#"shortpulse_ingestion_items_total{source="apify",outcome="observed"} 101"#))
        #expect(text.contains(#"shortpulse_ingestion_rejected_total{reason="no_views"} 4"#))
        #expect(text.contains(#"shortpulse_ingestion_cost_usd_total{feed="reels"} 0.75"#))
        #expect(text.contains("shortpulse_ingestion_interval_seconds 21600"))
    }

    @Test func `without the database the rest is told all the same`() {
        let world = World()
        world.desk.set { $0.isReachable = false }
        let text = metrics(of: world)
        #expect(!text.contains("shortpulse_ingestion_runs"))
        #expect(text.contains("shortpulse_ingestion_interval_seconds"))
    }

    private func metrics(of world: World) -> String {
        let answer = world.site.respond(to: Request(method: "GET", path: "/metrics", isFromMonitor: true))
        #expect(answer.status == 200 && answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        return String(decoding: answer.body, as: UTF8.self)
    }
}
