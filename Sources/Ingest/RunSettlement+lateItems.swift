import Apify
import Postgres
import Reels
import Storage
import System

extension RunSettlement {
    /// Stores what came into the dataset after the run had fetched all that there was, as that run's.
    func takeLateItems(of runID: String, _ client: inout ActorClient) throws {
        while let run = try journal.load(runID, try database.connect()), run.mayHaveLateItems,
            let page = try latePage(of: run, &client)
        {
            try store(page, of: run)
        }
    }

    /// Nil where there is nothing more, or no longer a dataset.
    private func latePage(of run: FeedRun, _ client: inout ActorClient) throws -> FeedJournal.Page? {
        guard let datasetID = run.datasetID else { return nil }
        do throws(ApifyError) {
            let page = try client.page(
                datasetID: datasetID, offset: run.datasetOffset, limit: ApifyIngestion.pageSize, digest: SHA256.self)
            return page.total > run.datasetOffset ? FeedJournal.Page(page, after: run) : nil
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    private func store(_ page: FeedJournal.Page, of run: FeedRun) throws {
        guard let scrapedAt = run.run.scrapedAt else { return }
        let mapper = ItemMapper(scrapedAt: scrapedAt, platform: run.itemPlatform)
        let connection = try database.connectForRun(schema)
        try connection.transaction { connection in
            guard try journal.keepLate(page, of: run, connection) else { return }
            _ = try RunWriter(schema: schema).storeKept(
                runID: run.run.id, scrapedAtIsExact: run.scrapedAtIsExact, surface: run.surface, connection
            ) { mapper.outcome(of: $0) }
            try journal.recount(run.run.id, connection)
        }
    }
}

extension FeedRun {
    /// Of a dataset that was given up nothing is awaited.
    fileprivate var mayHaveLateItems: Bool {
        !run.state.isActive && !isResumable && cutShortBecause == nil && run.scrapedAt != nil
    }
}
