import Apify
import Postgres
import Reels
import Storage

extension ApifyIngestion {
    /// Maps all that was kept, stores what it tells, and closes the run: one transaction.
    func store(_ run: FeedRun, _ progress: (IngestionEvent) -> Void) throws -> RunReport {
        guard let scrapedAt = run.run.scrapedAt else { throw StorageError.leaseLost(runID: run.run.id) }
        let mapper = ItemMapper(scrapedAt: scrapedAt, platform: run.itemPlatform)
        let connection = try database.connect()
        return try connection.transaction { connection in
            var ended = run.run
            var tally = ItemTally()
            ended.counts = try RunWriter(schema: schema).storeKept(
                runID: ended.id, scrapedAtIsExact: true, surface: run.actorID, connection
            ) { item in
                let outcome = mapper.outcome(of: item)
                tally.count(outcome)
                return outcome
            }
            progress(.storing(observed: ended.counts.observed, rejected: ended.counts.rejected))
            ended.platform = tally.platform
            ended.finishedAt = max(now(), ended.startedAt)
            ended.progress = nil
            (ended.state, ended.error) = Self.ending(of: run, ended.counts)
            try journal.runs.finish(ended, lease: .ofThisProcess, connection)
            return RunReport(
                run: ended, tally: tally, remoteStatus: run.remoteStatus, isCutShort: run.cutShortBecause != nil)
        }
    }

    /// How a run ends whose remote run ended as it did, and what there is to do about it.
    private static func ending(of run: FeedRun, _ counts: ItemCounts) -> (RunState, String?) {
        if let reason = run.cutShortBecause { return (counts.received > 0 ? .partial : .failed, reason) }
        guard run.remoteStatus != RemoteRun.Status.succeeded.rawValue else {
            return (counts.observed + counts.duplicate > 0 ? .succeeded : .empty, nil)
        }
        let ending = "the remote run ended as \(run.remoteStatus ?? "")"
        guard counts.received > 0 else { return (.failed, "\(ending) without an item; \(remedy(run))") }
        return (.partial, "\(ending); its items so far are stored; \(remedy(run))")
    }

    private static func remedy(_ run: FeedRun) -> String {
        switch run.remoteStatus.flatMap(RemoteRun.Status.init(rawValue:)) {
        case .timedOut: "raise APIFY_TIMEOUT_SECONDS or ask for fewer results"
        case .aborted: "somebody aborted it at Apify, or it had outlived APIFY_TIMEOUT_SECONDS"
        default: "the log of run \(run.run.apifyRunID ?? "") in Apify's console says why"
        }
    }
}
