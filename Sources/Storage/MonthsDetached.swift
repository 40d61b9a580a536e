public import Postgres
public import Reels

/// A question about an instant that takes observations of months which were detached since.
public struct MonthsDetached: Error, Sendable, CustomStringConvertible {
    /// From here on everything can be answered.
    public let answerableSince: Instant

    /// What happened, and from when on there are answers; safe to show.
    public var description: String {
        "Observations that this takes were detached from the database. Instants from \(answerableSince.iso8601) on can be answered."
    }
}

extension EventMonths {
    /// Throws `MonthsDetached` where not each of `instants` can be answered completely.
    public func requireAnswerable(_ instants: some Sequence<Instant>, _ connection: borrowing Connection) throws {
        guard let since = try answerableSince(connection), let earliest = instants.min(), earliest < since else {
            return
        }
        throw MonthsDetached(answerableSince: since)
    }
}
