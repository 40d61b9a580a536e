extension Site {
    /// Everything that the site answers. Each line names the file that answers it.
    static let routes: [Route] = [
        .page("/", HomePage.html),
        .people("/performance", PerformancePage.respond),
        .people("/performance.svg", PerformanceDrawing.respond),
        .page("/creator-studio", CreatorStudioPage.html),
        .page("/media-library", MediaLibraryPage.html),
        .get("/reels/performance", ReelsPerformance.respond),
        .get("/health", Health.respond),
        .get("/ingest/status", IngestStatus.respond),
        .get("/ingest/runs", IngestRuns.respond),
        .get("/ingest/runs/{id}", IngestRun.respond),
        .post("/ingest/run", StartRun.respond),
    ]
}
