/// What the scatter shows from left to right; `x` of an address.
enum ScatterAcross: String, CaseIterable, Sendable {
    /// Velocity over the whole life, against the cohort.
    case velocity
    /// Velocity against reels of the same age; fewer have it.
    case pace
}
