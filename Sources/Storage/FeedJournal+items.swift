public import Postgres
import Reels

extension FeedJournal {
    /// A page of the dataset that has come.
    public struct Page: Sendable {
        /// Its items, in their order, after those of the pages before.
        public var items: [KeptItem]
        /// Where the next page begins.
        public var nextOffset: Int
        /// How many rows the dataset has.
        public var total: Int

        /// A page; see the members.
        public init(items: [KeptItem], nextOffset: Int, total: Int) {
            self.items = items
            self.nextOffset = nextOffset
            self.total = total
        }
    }

    /// Keeps a page and how far the dataset has come with it, both or neither.
    public func keep(
        _ page: Page, of run: FeedRun, lease: Lease, _ connection: borrowing Connection
    ) throws {
        let bytes = page.items.reduce(0) { $0 + Int64($1.bytes.count) }
        try connection.transaction { connection in
            try demandOne(
                run.run.id,
                connection.execute(
                    """
                    -- feed.page
                    UPDATE \(unescaped: table) SET dataset_offset = \(page.nextOffset)::bigint,
                        dataset_total = \(page.total)::bigint, items_kept = items_kept + \(page.items.count)::bigint,
                        bytes_kept = bytes_kept + \(bytes)::bigint, heartbeat_at = now()
                    WHERE id = \(run.run.id)::uuid AND \(heldBy: lease) AND dataset_offset = \(run.datasetOffset)::bigint
                    """))
            if !page.items.isEmpty {
                try KeptItems(runID: run.run.id, schema: runs.schema).add(page.items, connection)
            }
        }
    }
}
