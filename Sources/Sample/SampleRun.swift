public import Reels

/// What one run brought: a dataset as Apify would hand it out.
public struct SampleRun: Sendable {
    /// When the platforms were looked at.
    public var observedAt: Instant
    /// JSON lines, items of all three platforms.
    public var dataset: [UInt8]
}
