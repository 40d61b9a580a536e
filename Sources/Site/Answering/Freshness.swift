/// How long others may keep what follows from the data alone.
enum Freshness: Sendable {
    /// Only to ask each time whether it still holds: the present, which ends with the next import.
    case untilDataChanges
    /// A past whose observations are all in: only an import of older data changes it.
    case settled

    /// The value of `Cache-Control`.
    var cacheControl: String {
        switch self {
        case .untilDataChanges: "public, max-age=0, must-revalidate"
        case .settled: "public, max-age=300"
        }
    }
}
