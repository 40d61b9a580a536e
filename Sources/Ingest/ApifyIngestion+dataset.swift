import Apify
import Postgres
import Reels
import Storage
import System

extension ApifyIngestion {
    /// Items of a page, each at most 64 KiB: one page is in memory at a time.
    static let pageSize = 250
    /// A dataset that is empty, or lacks items soon after the end of the run, or seems to have become shorter, is asked for again
    /// each second, so often: items may trail in.
    private static let trailingSeconds = 10
    /// Runs that may fail to fetch a dataset that was paid for, after the first.
    static let laterTries = 3
    /// What a run may bring: more than any feed does, less than fills a small machine's disk unseen.
    static let longestDataset: Int64 = 8 << 30

    /// Fetches and keeps the next page.
    func fetch(
        _ run: FeedRun, _ client: inout ActorClient, _ shortAnswers: inout Int, _ progress: (IngestionEvent) -> Void
    ) throws {
        guard let datasetID = run.datasetID else {
            throw IngestionFailure(
                ApifyError("fetching the dataset", problem: "Apify named none for the run"), leaving: .lost)
        }
        guard run.bytesKept < Self.longestDataset else { return try giveUp(run, because: Self.tooLong) }
        let page: DatasetPage
        do throws(ApifyError) {
            page = try client.page(
                datasetID: datasetID, offset: run.datasetOffset, limit: Self.pageSize, digest: SHA256.self)
        } catch {
            return try handle(error, fetching: run)
        }
        if mayGrow(page, of: run), shortAnswers < Self.trailingSeconds {
            shortAnswers += 1
            return pause(.seconds(1))
        }
        try journal.keep(
            FeedJournal.Page(page, after: run), of: run, lease: .ofThisProcess, try database.connect())
        progress(.fetched(kept: run.itemsKept + Int64(page.items.count), total: page.total))
    }

    private func mayGrow(_ page: DatasetPage, of run: FeedRun) -> Bool {
        let expected = min(Self.pageSize, page.total - run.datasetOffset)
        return page.total == 0 || page.total < run.datasetTotal ?? 0 || page.items.count < expected && hasJustEnded(run)
    }

    private func hasJustEnded(_ run: FeedRun) -> Bool {
        run.run.scrapedAt.map { now() < $0.advanced(by: RunSettlement.settling) } ?? false
    }

    private static var tooLong: ApifyError {
        ApifyError(
            "fetching the dataset", problem: "it is longer than \(longestDataset >> 30) GiB; lower APIFY_MAX_RESULTS")
    }

    /// A dataset that was paid for is tried again by the next runs. Where that has no hope, what came of it is stored. A try that Apify
    /// never heard of, or did not let in, is none.
    private func handle(_ error: ApifyError, fetching run: FeedRun) throws {
        guard error.verdict != .notDone, error.status != 401 else {
            throw IngestionFailure(error, leaving: .something)
        }
        let isHopeless = error.isNotFound || run.fetchFailures >= Self.laterTries
        guard isHopeless else { throw IngestionFailure(error, leaving: .somethingUnreachable) }
        guard run.itemsKept > 0 else { throw IngestionFailure(error, leaving: .lost) }
        try giveUp(run, because: error)
    }

    private func giveUp(_ run: FeedRun, because error: ApifyError) throws {
        try journal.giveUpFetching(
            run.run.id, because: "only \(run.itemsKept) of \(run.datasetTotal ?? 0) items came: \(error)",
            lease: .ofThisProcess, try database.connect())
    }
}
