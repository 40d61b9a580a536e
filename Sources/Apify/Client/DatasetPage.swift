/// One page of a dataset, checked as a whole.
public struct DatasetPage: Sendable, Equatable {
    /// Its items in their order; with `clean`, Apify leaves out empty ones, so there may be fewer than were asked for.
    public var items: [ReceivedItem]
    /// How many items the dataset has, empty ones included.
    public var total: Int
    /// Length of the page in bytes, decompressed.
    public var byteCount: Int

    /// A page of `items` out of `total`, which took `byteCount` bytes.
    public init(items: [ReceivedItem], total: Int, byteCount: Int) {
        self.items = items
        self.total = total
        self.byteCount = byteCount
    }
}
