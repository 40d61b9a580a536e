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
        try connection.transaction { connection in
            try demandOne(
                run.run.id,
                connection.execute(
                    """
                    -- feed.page
                    UPDATE \(unescaped: table) SET dataset_offset = \(page.nextOffset)::bigint,
                        dataset_total = \(page.total)::bigint, items_kept = items_kept + \(page.items.count)::bigint,
                        bytes_kept = bytes_kept + \(page.byteCount)::bigint, heartbeat_at = now()
                    WHERE id = \(run.run.id)::uuid AND \(heldBy: lease) AND dataset_offset = \(run.datasetOffset)::bigint
                    """))
            try add(page, to: run, connection)
        }
    }

    /// Keeps a page that came after the run had ended, in the caller's transaction; false where another process has done so.
    public func keepLate(_ page: Page, of run: FeedRun, _ connection: borrowing Connection) throws -> Bool {
        let kept = try connection.execute(
            """
            -- feed.late_page
            UPDATE \(unescaped: table) SET dataset_offset = \(page.nextOffset)::bigint,
                dataset_total = \(page.total)::bigint, items_kept = items_kept + \(page.items.count)::bigint,
                bytes_kept = bytes_kept + \(page.byteCount)::bigint
            WHERE id = \(run.run.id)::uuid AND finished_at IS NOT NULL AND NOT is_resumable
                AND dataset_offset = \(run.datasetOffset)::bigint
            """)
        guard kept.affectedCount == 1 else { return false }
        try add(page, to: run, connection)
        return true
    }

    private func add(_ page: Page, to run: FeedRun, _ connection: borrowing Connection) throws {
        guard !page.items.isEmpty else { return }
        try KeptItems(runID: run.run.id, schema: runs.schema).add(page.items, connection)
    }
}

extension FeedJournal.Page {
    fileprivate var byteCount: Int64 { items.reduce(0) { $0 + Int64($1.bytes.count) } }
}
