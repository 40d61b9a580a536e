public import Reels

extension Verification {
    /// What was found for one cohort.
    public struct Finding: Sendable {
        /// The cohort.
        public let platform: Platform
        /// Its window.
        public let window: Window
        /// Where the window ends.
        public let asOf: Instant
        /// Reels compared.
        public let size: Int
        /// The largest difference between two numbers; nil where each is the other bit for bit.
        public let largestDifference: Difference?
        /// What differs by more than rounding, in words: the first few.
        public let disagreements: [String]
        /// How much differs by more than rounding; 0 where all is well.
        public let disagreementCount: Int
    }

    /// How far two numbers lie apart.
    public struct Difference: Sendable {
        /// The number's name in the API.
        public let field: String
        /// The reel's identifier; nil where the number is the whole cohort's.
        public let reelID: String?
        /// As a share of the larger of the two; 1 where one of them is 0.
        public let share: Double
    }
}
