/// What the made-up actor brings: reels, some of them twice in a page, some again in a later one, and rows that are no reels.
package struct RemoteDataset: Sendable {
    /// An item a line, in the dataset's order.
    package let lines: [String]
    /// The reels, with the views that are to be kept of each: the most.
    package let views: [String: Int]
    /// How many lines are no reels.
    package let rejectedCount: Int

    /// `count` items.
    package init(count: Int) {
        let items = (0..<count).map(Self.item)
        lines = items.map(\.line)
        let sightings = items.compactMap { item in item.reel.map { ($0, item.views) } }
        views = Dictionary(sightings, uniquingKeysWith: max)
        rejectedCount = count - sightings.count
    }

    private static func item(_ number: Int) -> (line: String, reel: String?, views: Int) {
        if number % 40 == 20 { return (#"{"error":"no_items","errorDescription":"made up"}"#, nil, 0) }
        // Of every 25 items one repeats the third before it, and of every 100 another repeats one of the page before.
        let reel = String(
            1_000_000 + (number % 25 == 11 ? number - 3 : number % 100 == 60 ? abs(number - 260) : number))
        let views = 1_000 + number * 7_919 % 5_003
        let line = """
            {"id":"\(reel)","type":"Video","shortCode":"Made\(reel)","timestamp":"2024-06-10T08:00:00.000Z",\
            "videoPlayCount":\(views),"likesCount":\(number % 90),"commentsCount":\(number % 7),\
            "ownerUsername":"paper.crane.works","caption":"made up, number \(number)"}
            """
        return (line, reel, views)
    }
}
