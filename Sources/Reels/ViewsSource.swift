/// The field of the item from which the views were read. Platforms count differently under different names, so a view count
/// compares only with counts from the same field. The raw value is the wire's own name.
public enum ViewsSource: String, CaseIterable, Sendable, Hashable {
    /// Instagram: plays.
    case videoPlayCount
    /// Instagram: plays on Instagram alone.
    case igPlayCount
    /// Instagram: something narrower than plays, used only where no plays are given.
    case videoViewCount
    /// TikTok.
    case playCount
    /// YouTube.
    case viewCount
}
