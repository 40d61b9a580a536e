/// How long others may keep what follows from the data alone.
enum Freshness: Sendable {
    /// A browser asks each time whether it still holds: the present, which ends with the next import. The web server keeps it
    /// for a second, so that a crowd costs a responder one answer a second.
    case untilDataChanges
    /// A past whose observations are all in: only an import of older data changes it.
    case settled

    /// The value of `Cache-Control`.
    var cacheControl: String {
        switch self {
        case .untilDataChanges: "public, max-age=0, s-maxage=1"
        case .settled: "public, max-age=300"
        }
    }
}
