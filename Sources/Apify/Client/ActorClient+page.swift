import HTTPClient

extension ActorClient {
    /// The `limit` items from `offset` on, as JSON lines without empty items, streamed and checked as a whole.
    ///
    /// At most `limit` items of 64 KiB are in memory at a time. A page with fewer items than there should be is asked for
    /// again, and taken once two in a row have the same number.
    public mutating func page<Digest: ItemDigest>(
        datasetID: String, offset: Int, limit: Int, digest: Digest.Type
    ) throws(ApifyError) -> DatasetPage {
        var previousCount: Int?
        return try retrying { client throws(ApifyError) in
            let page = try client.pageOnce(datasetID: datasetID, offset: offset, limit: limit, digest: digest)
            let expected = min(limit, max(0, page.total - offset))
            guard page.items.count >= expected || page.items.count == previousCount else {
                previousCount = page.items.count
                throw ApifyError(.page, problem: "\(PageFault.fewer(items: page.items.count, of: expected))")
            }
            return page
        }
    }

    private mutating func pageOnce<Digest: ItemDigest>(
        datasetID: String, offset: Int, limit: Int, digest: Digest.Type
    ) throws(ApifyError) -> DatasetPage {
        let path = "/v2/datasets/\(Question.segment(datasetID))/items"
        let question = Question(
            errand: .page, path: "\(path)?format=jsonl&clean=true&offset=\(offset)&limit=\(limit)")
        // The reader has a limit of its own, by what the answer says of itself.
        let limits = TransferLimits(
            connect: .seconds(10), stall: .seconds(30), total: .seconds(300), bodyLimit: .max)
        var reader = PageReader<Digest>(limit: limit)
        let head = try send(question, limits: limits) { head, piece in try reader.take(piece, of: head) }
        do throws(PageFault) {
            return try reader.finish(head)
        } catch {
            throw ApifyError(.page, problem: "\(error)")
        }
    }
}
