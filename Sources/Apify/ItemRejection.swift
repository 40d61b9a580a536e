public import Reels

/// Why an item became no observation. The item itself is kept, so that a later mapping can be tried on it.
public struct ItemRejection: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kinds of rejection. The raw values are stored and stay as they are.
    public enum Code: String, CaseIterable, Sendable {
        /// The bytes are no JSON: broken, nested too deep, a key given twice, a lone surrogate.
        case badJSON = "bad_json"
        /// JSON, but no object.
        case notAnObject = "not_an_object"
        /// Longer than an item may be.
        case tooLarge = "too_large"
        /// Neither its fields nor its addresses tell the platform.
        case unknownPlatform = "unknown_platform"
        /// The actor's row for an input that gave nothing.
        case noItems = "no_items"
        /// Another row in which the actor reports an error.
        case errorRow = "error_row"
        /// An image, a carousel or a slideshow.
        case notAVideo = "not_a_video"
        /// A video that is no Short.
        case notShortForm = "not_short_form"
        case missingID = "missing_id"
        case badID = "bad_id"
        case missingViews = "missing_views"
        /// A count that is not whole, negative, or more than 64 bits hold.
        case badCount = "bad_count"
        case missingPublishTime = "missing_publish_time"
        case badPublishTime = "bad_publish_time"
        /// A publish time in words, as in "2 months ago".
        case relativeDate = "relative_date"
        /// Published more than 24 hours after it was seen.
        case futurePublishTime = "future_publish_time"
    }

    /// The kind of rejection.
    public var code: Code
    /// One line for people that names the field and shows its value, shortened and without control characters.
    public var reason: String
    /// Nil where the item does not tell.
    public var platform: Platform?
    /// Nil where the item has no usable id.
    public var reelID: String?

    /// A rejection for `reason`.
    public init(_ code: Code, _ reason: String, platform: Platform? = nil, reelID: String? = nil) {
        self.code = code
        self.reason = reason
        self.platform = platform
        self.reelID = reelID
    }

    /// Code and reason, in one line.
    public var description: String { "\(code.rawValue): \(reason)" }
}
