import Apify

/// A remote dataset, page by page, each whole before its first item is taken.
struct DatasetPages: ~Copyable {
    let datasetID: String?
    /// Whether items may still trail in after the end of the run.
    let mayTrail: Bool
    let pause: @Sendable (Duration) -> Void
    var client: ActorClient
    private var offset = 0
    private var isFinished = false

    private static let pageSize = 250
    /// An empty dataset is asked for again each second, so often.
    private static let trailingSeconds = 10

    init(
        datasetID: String?, mayTrail: Bool, pause: @escaping @Sendable (Duration) -> Void, client: consuming ActorClient
    ) {
        self.datasetID = datasetID
        self.mayTrail = mayTrail
        self.pause = pause
        self.client = client
    }

    /// The next page's lines; nil after the last, and at once where there is no item at all.
    mutating func next() throws(ApifyError) -> [UInt8]? {
        guard let datasetID, !isFinished else { return nil }
        var page = try client.items(datasetID: datasetID, offset: offset, limit: Self.pageSize)
        var seconds = 0
        while offset == 0, page.total == 0, mayTrail, seconds < Self.trailingSeconds {
            pause(.seconds(1))
            seconds += 1
            page = try client.items(datasetID: datasetID, offset: offset, limit: Self.pageSize)
        }
        offset += Self.pageSize
        isFinished = offset >= page.total
        guard page.total > 0 else { return nil }
        // A page without an end of line would run into the next page's first item.
        return page.lines + [UInt8(ascii: "\n")]
    }
}
