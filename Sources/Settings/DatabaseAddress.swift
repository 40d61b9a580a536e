/// A database's address as libpq reads it. It holds a password, so it describes itself as nothing.
public struct DatabaseAddress: Sendable, CustomStringConvertible {
    private let secret: Secret
    /// The driver's name that another program's form of address carried, and that was dropped: `psycopg`.
    public let droppedDriver: String?

    /// Takes `postgresql://...`, `postgres://...` and libpq's `key=value` words; drops a driver (`postgresql+psycopg://`).
    ///
    /// - Throws: a ``SettingsError`` that names `DATABASE_URL` where it is another kind of address.
    public init(_ text: String) throws(SettingsError) {
        let schemeEnd = text.firstRange(of: "://")
        let scheme = schemeEnd.map { String(text[..<$0.lowerBound]) }
        let parts = (scheme ?? "postgresql").split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, name == "postgresql" || name == "postgres", scheme != nil || text.contains("=")
        else {
            throw SettingsError(
                variable: "DATABASE_URL", problem: "must begin with postgresql:// (or hold libpq's key=value words)")
        }
        droppedDriver = parts.count > 1 ? String(parts[1]) : nil
        secret = Secret(schemeEnd.map { "postgresql://" + text[$0.upperBound...] } ?? text)
    }

    /// For libpq alone.
    public var revealed: String { secret.revealed }

    /// The same for every address.
    public var description: String { "(hidden)" }
}
