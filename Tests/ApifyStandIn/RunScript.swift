/// What a run of an actor will do, as its owner has decided.
package struct RunScript: Sendable {
    /// What the dataset holds once the run has ended; it is empty before.
    package var items: DatasetItems
    /// Until it ends; questions are those for the run itself. Only by the clock is one held, as `waitForFinish` asks.
    package var runs = Lapse.none
    /// How it ends.
    package var ending = RunStatus.succeeded
    /// From the start until Apify finds the run when asked for it: it answers 404 before. Questions are those for the run.
    package var appears = Lapse.none
    /// From the start until the run is in the actor's list. Questions are those for the list.
    package var listed = Lapse.none
    /// From the end until the items are there: the dataset is empty before. Questions are those for its items.
    package var fills = Lapse.none
    /// What it costs, in US dollars.
    package var cost = 0.25
    /// From the end until the cost is known. Questions are those for the run, the one that told of the end included.
    package var settles = Lapse.none
    /// What `usageTotalUsd` is before that; nil for null.
    package var unsettledCost: Double? = 0
    /// When it ended, as ISO 8601 with milliseconds, where that shall not be the time it does.
    package var finishedAt: String?

    /// A run that ends at once, and well; the rest is set member by member.
    package init(_ items: DatasetItems) {
        self.items = items
    }
}
