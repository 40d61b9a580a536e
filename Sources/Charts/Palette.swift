/// The colours of the design. The style sheet names the same ones; a test compares the two.
enum Palette {
    /// Backgrounds.
    static let graphite: StaticString = "#0F1115"
    /// Panels.
    static let slate: StaticString = "#1C1F26"
    /// What is ordinary or active.
    static let teal: StaticString = "#25A9BF"
    /// Exceptional performance, and nothing else.
    static let amber: StaticString = "#F5B942"
    /// Text and axes.
    static let ash: StaticString = "#C9CDD6"
}
