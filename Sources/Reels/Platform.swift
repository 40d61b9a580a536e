/// A place where short videos are published. The raw value is the name used in storage, addresses and answers.
public enum Platform: String, CaseIterable, Sendable, Hashable, Comparable {
    case instagram
    case tiktok
    case youtube

    /// The name as the platform itself writes it, for people.
    public var displayName: String {
        switch self {
        case .instagram: "Instagram"
        case .tiktok: "TikTok"
        case .youtube: "YouTube"
        }
    }

    /// By name.
    public static func < (left: Platform, right: Platform) -> Bool {
        left.rawValue < right.rawValue
    }
}
