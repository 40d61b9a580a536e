/// Why a run from Apify cannot go on, and what is left of it.
struct IngestionFailure: Error {
    /// What is left.
    enum Remainder {
        /// Nothing was started at Apify: the run never was.
        case nothing
        /// Something may be there: the next run of the feed goes on with it.
        case something
        /// Something is there that could not be had: the next run tries again, and so many times only.
        case somethingUnreachable
        /// Whatever there was is gone or given up, and a new run may begin.
        case lost
    }

    /// The error to tell.
    let cause: any Error
    let remainder: Remainder

    init(_ cause: any Error, leaving remainder: Remainder) {
        self.cause = cause
        self.remainder = remainder
    }
}
