import Apify
import Storage

extension FeedJournal.Page {
    /// A page of the dataset that came after what `run` has already.
    init(_ page: DatasetPage, after run: FeedRun) {
        let items = page.items.enumerated().map { number, item in
            KeptItem(item, ordinal: run.itemsKept + Int64(number))
        }
        // Never behind where it was, should the dataset have shrunk.
        let next = max(run.datasetOffset, min(run.datasetOffset + ApifyIngestion.pageSize, page.total))
        self.init(items: items, nextOffset: next, total: page.total)
    }
}

extension KeptItem {
    fileprivate init(_ item: ReceivedItem, ordinal: Int64) {
        switch item {
        case .whole(let bytes): self.init(ordinal: ordinal, bytes: bytes, length: Int64(bytes.count))
        case .overlong(let head, let byteCount, let sha256):
            self.init(ordinal: ordinal, bytes: head, length: Int64(byteCount), sha256: sha256)
        }
    }
}
