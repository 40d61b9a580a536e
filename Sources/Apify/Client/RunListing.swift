import Reels

/// One page of an actor's runs.
struct RunListing {
    let runs: [RemoteRun]
    /// How many runs there are on all pages.
    let total: Int
    /// When it was made, by Apify's clock.
    let listedAt: Instant?

    /// Reads `{"data": {"total", "items": [Run]}}`; nil where it is none, or where one of its runs cannot be read: a run
    /// that is passed over may be paid for twice.
    init?(answer: [UInt8], listedAt: Instant?) {
        guard let data = (try? ItemFields(item: answer))?.object("data"),
            let total = data.text("total").flatMap({ Int($0) }), case .array(let items)? = data.members["items"]
        else { return nil }
        runs = items.compactMap { item in
            guard case .object(let members) = item else { return nil }
            return RemoteRun(ItemFields(members: members))
        }
        guard runs.count == items.count else { return nil }
        self.total = total
        self.listedAt = listedAt
    }
}
