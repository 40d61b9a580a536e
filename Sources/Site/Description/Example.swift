/// Requests with the answers that the site really gives to them: a test asks again and compares.
package enum Example: String, CaseIterable, Sendable {
    case reels = "reels.json"
    case reelLines = "reels.ndjson"
    case reelTable = "reels.csv"
    case reel = "reel.json"
    case feed = "feed.atom"
    case health = "health.json"
    case ingestStatus = "ingest-status.json"
    case runs = "runs.json"
    case run = "run.json"
    case accepted = "accepted.json"
    case ingested = "ingested.json"
    case unreadable = "problem-400.json"
    case noToken = "problem-401.json"
    case off = "problem-403.json"
    case nothingThere = "problem-404.json"
    case wrongMethod = "problem-405.json"
    case busy = "problem-409.json"
    case gone = "problem-410.json"
    case longBody = "problem-413.json"
    case longQuery = "problem-414.json"
    case impossible = "problem-422.json"
    case failed = "problem-502.json"
    case away = "problem-503.json"

    /// The request line, without the version.
    package var request: String {
        switch self {
        case .reels: "GET /reels/performance?platform=youtube&min_views=1000000&limit=1"
        case .reelLines: "GET /reels/performance?platform=youtube&min_views=1000000&format=ndjson&limit=1"
        case .reelTable: "GET /reels/performance?platform=youtube&min_views=1000000&format=csv&limit=1"
        case .reel: "GET /reels/youtube/confirmed"
        case .feed: "GET /performance.atom?platform=youtube"
        case .health: "GET /health"
        case .ingestStatus: "GET /ingest/status"
        case .runs: "GET /ingest/runs?limit=1"
        case .run, .nothingThere: "GET /ingest/runs/00000000-0000-4000-8000-000000000001"
        case .accepted, .ingested, .noToken, .off, .busy, .longBody, .failed, .away: "POST /ingest/run"
        case .unreadable: "GET /ingest/runs/%ZZ"
        case .wrongMethod: "DELETE /health"
        case .gone: "GET /reels/performance?as_of=2020-01-01T00%3A00%3A00Z"
        case .longQuery: "GET /health?..."
        case .impossible: "GET /reels/performance?window=5d"
        }
    }

    /// What the site answers.
    package var body: [UInt8] {
        switch self {
        case .reels: PackageResources.reels_json
        case .reelLines: PackageResources.reels_ndjson
        case .reelTable: PackageResources.reels_csv
        case .reel: PackageResources.reel_json
        case .feed: PackageResources.feed_atom
        case .health: PackageResources.health_json
        case .ingestStatus: PackageResources.ingest_status_json
        case .runs: PackageResources.runs_json
        case .run: PackageResources.run_json
        case .accepted: PackageResources.accepted_json
        case .ingested: PackageResources.ingested_json
        case .unreadable: PackageResources.problem_400_json
        case .noToken: PackageResources.problem_401_json
        case .off: PackageResources.problem_403_json
        case .nothingThere: PackageResources.problem_404_json
        case .wrongMethod: PackageResources.problem_405_json
        case .busy: PackageResources.problem_409_json
        case .gone: PackageResources.problem_410_json
        case .longBody: PackageResources.problem_413_json
        case .longQuery: PackageResources.problem_414_json
        case .impossible: PackageResources.problem_422_json
        case .failed: PackageResources.problem_502_json
        case .away: PackageResources.problem_503_json
        }
    }

    /// Whether the answer is JSON, and no text that JSON has to quote.
    var isJSON: Bool { rawValue.hasSuffix(".json") }
}
