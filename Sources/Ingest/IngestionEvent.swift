/// What a run from Apify is doing, for whoever looks on.
public enum IngestionEvent: Sendable, Equatable {
    /// A run that was interrupted is gone on with.
    case resumed(runID: String)
    /// The remote run, and its status in Apify's word.
    case remote(id: String, status: String)
    /// Items that are kept, of so many that there are.
    case fetched(kept: Int64, total: Int)
    /// Items that were mapped and are being stored.
    case storing(observed: Int64, rejected: Int64)
    /// A line for the operator.
    case note(String)
}
