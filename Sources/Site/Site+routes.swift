extension Site {
    /// Everything that the site answers. Each line names the file that answers it.
    static let routes: [Route] = [
        .page("/", HomePage.html),
        .people("/performance", PerformancePage.respond),
        .people("/performance.atom", BreakoutFeed.respond),
        .people("/performance/{platform}/{reel_id}", ReelPage.respond),
        .people("/creators/{platform}/{creator}", CreatorPage.respond),
        .people("/performance.svg", PerformanceDrawing.respond),
        .page("/creator-studio", CreatorStudioPage.html),
        .page("/media-library", MediaLibraryPage.html),
        .people("/api", APIPage.respond),
        .get("/openapi.json", OpenAPI.respond),
        .get("/reels/performance", ReelsPerformance.respond),
        .get("/reels/{platform}/{reel_id}", ReelAnswer.respond),
        .get("/health", Health.respond),
        .watch("/metrics", MetricsAnswer.respond),
        .get("/ingest/status", IngestStatus.respond),
        .get("/ingest/runs", IngestRuns.respond),
        .get("/ingest/runs/{id}", IngestRun.respond),
        .post("/ingest/run", StartRun.respond),
    ]

    /// Method and pattern of each that the public reaches, such as `GET /ingest/runs/{id}`.
    package static var addresses: [String] {
        routes.filter { $0.audience != .monitors }.map { $0.method + " " + $0.pattern.text }
    }
}
