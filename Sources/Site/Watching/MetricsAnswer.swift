import Metrics
import Reels

/// `GET /metrics`: how this process is, for a monitoring system. The public listener of the web server leads nobody here.
enum MetricsAnswer {
    static func respond(_ call: Call) throws -> Response {
        guard call.request.isFromMonitor else { throw Problem(404, "There is nothing at this address.") }
        let site = call.site
        var text = MetricsText()
        text.traffic(site.traffic)
        text.snapshots(of: site)
        text.ingestion(site.ingestion)
        text.single(
            "shortpulse_ingestion_interval_seconds", .gauge, "How often ingestion is due; 0 where nothing is fetched.",
            site.configuration.ingestsByItself ? Double(site.configuration.intervalHours) * 3_600 : 0)
        site.tellMore(&text)
        return Response(
            status: 200, headers: [("Content-Type", MetricsText.contentType), ("Cache-Control", "no-store")],
            body: text.bytes)
    }
}
