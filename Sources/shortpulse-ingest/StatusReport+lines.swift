extension StatusReport {
    /// In words, a fact a line.
    var lines: [String] {
        [dataLine, costLine, activeLine] + feedLines + strandedRuns.map(\.line)
            + (runs.isEmpty ? [] : ["newest runs:"]) + runs.flatMap(\.lines)
    }

    private var feedLines: [String] {
        feeds.isEmpty ? ["no feed: APIFY_API_TOKEN and APIFY_ACTOR_ID are not set"] : feeds.map(\.line)
    }

    private var dataLine: String {
        guard let lastScrapedAt else { return "\(schema): no observation yet" }
        return "\(schema): \(totalRawEvents) observations of \(latestStateCount) reels, the newest of "
            + "\(lastScrapedAt); \(reelsPublishedLast7d) published in the 7 days before"
    }

    private var costLine: String {
        let open = runsWithCostOpen == 0 ? "" : "; the cost of \(runsWithCostOpen) runs is still open"
        return "cost in the last 30 days: \(costUsdLast30d.dollars)" + open
    }

    private var activeLine: String {
        guard let activeRun else { return "no run is at work" }
        let process = activeRun.processId.map { ", process \($0)" } ?? ""
        let host = activeRun.host.map { " on \($0)" } ?? ""
        let stage = activeRun.stage.map { ": \($0)" } ?? ""
        let fetched = activeRun.itemsTotal.map { ", \(activeRun.itemsFetched ?? 0) of \($0) items" } ?? ""
        return "at work: run \(activeRun.id)\(process)\(host)\(stage)\(fetched)"
    }
}

extension StatusReport.Feed {
    fileprivate var line: String {
        let last = lastStartedAt.map { "last started at \($0)" } ?? "never started"
        let next =
            interruptedRunId.map { "run \($0) was interrupted and is gone on with next" }
            ?? nextDueAt.map { "due at \($0)" } ?? "due now"
        return "feed \(name) (\(actor)\(platform.map { ", \($0)" } ?? "")): \(last), \(next)"
    }
}

extension StatusReport.StrandedRun {
    fileprivate var line: String {
        "run \(id) was interrupted, and its feed \(feed) is not configured: name it in APIFY_FEEDS again to have it gone on with"
    }
}

extension StatusReport.ShownRun {
    fileprivate var lines: [String] {
        let origin = [feed ?? source, platform].compactMap { $0 }.joined(separator: ", ")
        let counts =
            "\(itemsReceived) = \(itemsObserved) observed + \(itemsDuplicate) duplicate + \(itemsRejected) rejected"
        let cost = costUsd.map { ", \($0.dollars)" } ?? ""
        let line = "  \(startedAt) \(state) (\(origin)): \(counts)\(cost), run \(id)"
        return [line] + (error.map { ["    \($0)"] } ?? [])
    }
}

extension Double {
    /// As US dollars, to a hundredth of a cent.
    fileprivate var dollars: String {
        let units = Int64((self * 10_000).rounded())
        let fraction = String(units % 10_000)
        return "$\(units / 10_000)." + String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
    }
}
