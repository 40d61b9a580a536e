/// A run that was started, and so will be paid for: one line of the bill.
package struct StartedRun: Sendable {
    /// Apify's name for the run.
    package let id: String
    /// Apify's own name for the actor, which is not the `user~name` that it was hosted as.
    package let actorID: String
    /// Where its items are.
    package let datasetID: String
    /// Where its input is.
    package let storeID: String
    /// Which of the actor's runs it is, from 1.
    package let ordinal: Int
    /// The input as it was posted, decompressed; nil where there was none.
    package let input: [UInt8]?
    /// The type that the input was said to have.
    package let inputType: String
    /// What was asked for beside it: `timeout`, `memory`, `maxItems` ...
    package let query: [String: String]
    /// When it was started, ISO 8601 with milliseconds.
    package let startedAt: String
    /// The exchange that started it.
    package let exchange: Int
}
