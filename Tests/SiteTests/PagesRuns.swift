import Reels

/// Runs in every state that a page may show, none of anybody's real account.
enum PagesRuns {
    /// Began at noon, an hour before the wall's clock.
    static func run(
        _ number: Int, _ state: RunState, minutes: Int64 = 0, counts: ItemCounts = ItemCounts(),
        progress: RunProgress? = nil
    ) -> Run {
        let start = noon.advanced(byMicroseconds: minutes * Microseconds.minute)
        return Run(
            id: Desk.runID(number), source: .apify, platform: .tiktok, state: state, startedAt: start,
            finishedAt: state.isActive ? nil : start.advanced(byMicroseconds: 83 * Microseconds.second),
            apifyRunID: state == .queued ? nil : "kiLnRun\(number)", counts: counts, feed: "pottery",
            progress: progress)
    }

    static let fetching = run(
        9, .running, minutes: 58, progress: RunProgress(stage: .fetching, itemsFetched: 500, itemsTotal: 1_200))

    static let succeeded = with(
        run(8, .succeeded, minutes: 50, counts: ItemCounts(observed: 1_150, duplicate: 38, rejected: 12))
    ) {
        $0.costUSD = 0.4
        $0.scrapedAt = $0.finishedAt
    }

    static let failed = with(run(6, .failed, minutes: 30)) {
        $0.error =
            "Apify refused the run: the account has no credit left. "
            + "Add credit at Apify, and the next run goes on by itself."
    }

    static let imported = with(run(4, .succeeded, minutes: 10, counts: ItemCounts(observed: 56))) {
        $0.source = .import
        $0.apifyRunID = nil
        $0.feed = nil
        $0.finishedAt = $0.startedAt.advanced(byMicroseconds: 400_000)
    }

    static let recorded = ["fetching": fetching, "succeeded": succeeded, "failed": failed, "imported": imported]

    static let all = [
        fetching, succeeded, with(run(7, .empty, minutes: 40)) { $0.costUSD = 0.0021 }, failed,
        with(run(5, .partial, minutes: 20, counts: ItemCounts(observed: 54, duplicate: 2, rejected: 1))) {
            $0.error = "Apify’s run ended as TIMED-OUT. Raise APIFY_TIMEOUT_SECONDS."
            $0.costUSD = 0.12344
        },
        imported, run(3, .queued, minutes: 59),
    ]

    /// Texts from outside in every field that takes some.
    static func hostile(_ text: String, _ state: RunState) -> Run {
        with(run(2, state, progress: RunProgress(stage: .remote(status: text)))) {
            $0.feed = text
            $0.error = text
            $0.apifyRunID = text
        }
    }

    static func with(_ run: Run, _ change: (inout Run) -> Void) -> Run {
        var run = run
        change(&run)
        return run
    }
}
