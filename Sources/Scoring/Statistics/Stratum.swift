public import Reels

/// What two view counts of one platform must have in common to be compared: where the reels were shown, and which of
/// the platform's counts was read.
public struct Stratum: Sendable, Hashable {
    /// A number that the caller gives to each source surface.
    public let surface: UInt16
    /// The field that the views were read from.
    public let viewsSource: ViewsSource

    /// Counts of `viewsSource` on `surface`.
    public init(surface: UInt16 = 0, viewsSource: ViewsSource) {
        self.surface = surface
        self.viewsSource = viewsSource
    }
}
