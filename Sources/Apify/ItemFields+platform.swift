internal import Reels

extension ItemFields {
    /// The platform by the item's shape: by the field names that only one platform's actors write, else by the hosts
    /// of its addresses. Nil where neither tells or they tell of several.
    var platform: Platform? {
        let marked = Platform.allCases.map { ($0, $0.fieldNames.count { members[$0] != nil }) }
        let most = marked.map(\.1).max() ?? 0
        let likeliest = marked.filter { $0.1 == most }.map(\.0)
        if most > 0 && likeliest.count == 1 { return likeliest[0] }
        let hosting = Platform.allCases.filter { platform in
            Self.addressNames.contains { text($0)?.isAddress(of: platform) == true }
        }
        return hosting.count == 1 ? hosting[0] : nil
    }

    private static var addressNames: [String] { ["url", "inputUrl", "input"] }
}

extension Platform {
    /// Names of fields that only this platform's actors write.
    fileprivate var fieldNames: [String] {
        switch self {
        case .instagram:
            [
                "shortCode", "ownerUsername", "productType", "videoPlayCount", "igPlayCount", "videoViewCount",
                "likesCount",
            ]
        case .tiktok:
            ["webVideoUrl", "authorMeta", "musicMeta", "videoMeta", "diggCount", "collectCount", "createTimeISO"]
        case .youtube:
            ["channelName", "channelId", "channelUrl", "channelUsername", "numberOfSubscribers", "viewCount"]
        }
    }
}

extension String {
    /// Whether it is an http or https address on one of the platform's hosts. It becomes no link by this.
    fileprivate func isAddress(of platform: Platform) -> Bool {
        guard utf8.starts(with: "http".utf8), let scheme = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return ReelAddress("https" + self[scheme...], platform: platform) != nil
    }
}
