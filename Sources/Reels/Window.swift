/// How far back from as-of a cohort's publish times reach. The raw value is the name in addresses and answers.
public enum Window: String, CaseIterable, Sendable, Hashable {
    case week = "7d"
    case month = "30d"
    case quarter = "90d"

    /// 7, 30 or 90.
    public var days: Int {
        switch self {
        case .week: 7
        case .month: 30
        case .quarter: 90
        }
    }

    /// Length in microseconds.
    public var microseconds: Int64 { Int64(days) * Microseconds.day }

    /// The window that holds all others.
    public static let longest = Window.quarter
}
