public import Reels

/// A month that cannot be detached; nothing was changed.
public enum EventMonthError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing was seen in that month.
    case noObservations(CalendarMonth)
    /// Its observations are in a table of their own already.
    case alreadyDetached(CalendarMonth, table: String)
    /// What a platform shows today is made of them.
    case needed(CalendarMonth, platform: String, until: Instant)
    /// The observations were read or written all the time, so that the month could not be taken out from among them.
    case inUse(CalendarMonth)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noObservations(let month):
            "there is no observation of \(month): shortpulse-ingest partitions lists the months"
        case .alreadyDetached(let month, let table):
            "\(month) has been detached already: its observations are in \(table)"
        case .needed(let month, let platform, let until):
            "\(month) is still needed: \(platform)'s present, and what changed since the run before, go back to it, until "
                + "two runs are of \(until.iso8601) or later; nothing was changed"
        case .inUse(let month):
            "the observations are being read or written, so that \(month) could not be detached; nothing was changed, "
                + "try again in a minute"
        }
    }
}
