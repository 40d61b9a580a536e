import Reels
import Scoring

/// A value as it leaves in JSON or CSV; nil is null there, and an empty cell here.
enum Scalar {
    case text(String?)
    case count(Int64?)
    /// Rounded half to even to so many decimals.
    case decimal(Double?, places: Int)
    case flag(Bool?)
    /// UTC, ISO 8601 with `Z`.
    case time(Instant?)
}
