/// What of the API a request asks for.
package enum Operation: Sendable, Hashable {
    case startRun, listRuns, getRun, abortRun, getDataset, listItems, getRecord
    /// Nothing that this stand-in has.
    case unknown
}
