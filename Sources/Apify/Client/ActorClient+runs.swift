import HTTPClient
public import Reels

extension ActorClient {
    /// Starts a run that may take `timeoutSeconds`. Asked once only: after an unclear answer a second question might pay
    /// for a second run; ``ApifyError/Verdict`` says what is known after an error.
    public mutating func startRun(
        actorID: String, input: [UInt8], timeoutSeconds: Int
    ) throws(ApifyError) -> RemoteRun {
        let path = "/v2/actors/\(Question.segment(actorID))/runs?timeout=\(timeoutSeconds)"
        let question = Question(errand: .start, method: .post, path: path, body: input)
        // Silence is borne longer than elsewhere: to give a start up means to look for it.
        return try remoteRun(question, limits: .answer(within: .seconds(90)))
    }

    /// The run as it stands, after waiting for its end for up to `waitSeconds` (at most 60).
    ///
    /// Apify may not find a run in the first 3 s after its start: with `mayBeNew`, a 404 is an answer only after about 5 s.
    public mutating func run(id: String, waitSeconds: Int, mayBeNew: Bool) throws(ApifyError) -> RemoteRun {
        let seconds = min(max(waitSeconds, 0), 60)
        let path = "/v2/actor-runs/\(Question.segment(id))?waitForFinish=\(seconds)"
        // As long as Apify waits, nothing comes over the connection.
        let limits = TransferLimits.answer(within: .seconds(seconds + 30))
        var patience = mayBeNew ? 10 : 0
        while true {
            do throws(ApifyError) {
                return try retrying { client throws(ApifyError) in
                    try client.remoteRun(Question(errand: .run, path: path), limits: limits)
                }
            } catch {
                guard error.isNotFound, patience > 0 else { throw error }
                patience -= 1
                pause(.milliseconds(500))
            }
        }
    }

    /// The actor's runs that started at `since` or later, newest first, over as many pages as it takes. One of which Apify
    /// does not say when it started is among them.
    ///
    /// - Parameter now: the clock that `since` was taken from, so that it need not agree with Apify's; nil where it was
    ///   Apify's own.
    public mutating func runs(
        actorID: String, startedSince since: Instant, by now: (() -> Instant)? = nil
    ) throws(ApifyError) -> [RemoteRun] {
        var found: [RemoteRun] = []
        var offset = 0
        var since = since
        while true {
            let listing = try listing(actorID: actorID, offset: offset)
            // Taken when the answer has come: the attempts before it may have taken minutes.
            if offset == 0, let now, let theirs = listing.listedAt {
                since = since.advanced(byMicroseconds: theirs.microseconds(since: now()))
            }
            let recent = listing.runs.filter { ($0.startedAt ?? since) >= since }
            // A run started meanwhile moves the others, so that one may come a second time.
            let fresh = recent.filter { run in !found.contains { $0.id == run.id } }
            found += fresh
            offset += listing.runs.count
            let mayHaveMore = recent.count == listing.runs.count && offset < listing.total
            guard mayHaveMore, !fresh.isEmpty else { return found }
        }
    }

    private mutating func listing(actorID: String, offset: Int) throws(ApifyError) -> RunListing {
        let path = "/v2/actors/\(Question.segment(actorID))/runs?desc=true&limit=100&offset=\(offset)"
        return try retrying { client throws(ApifyError) in
            var body: [UInt8] = []
            let head = try client.send(Question(errand: .runs, path: path), limits: .answer()) { body += $1 }
            guard let listing = RunListing(answer: body, listedAt: head.date) else {
                throw ApifyError(.runs, problem: "the answer is no list of runs that this program knows")
            }
            return listing
        }
    }

    /// Asks the run to stop and to keep what it has. Harmless where it has ended, and so asked again like a question.
    public mutating func abortRun(id: String) throws(ApifyError) -> RemoteRun {
        let path = "/v2/actor-runs/\(Question.segment(id))/abort?gracefully=true"
        return try retrying { client throws(ApifyError) in
            try client.remoteRun(Question(errand: .abort, method: .post, path: path), limits: .answer())
        }
    }

    /// The input of the run whose key-value store is `storeID`; nil where there is none or it is longer than 1 MiB.
    public mutating func input(storeID: String) throws(ApifyError) -> [UInt8]? {
        let store = Question.segment(storeID)
        let question = Question(
            errand: .input, path: "/v2/key-value-stores/\(store)/records/INPUT?disableRedirect=true")
        return try retrying { client throws(ApifyError) in
            do throws(ApifyError) {
                return try client.body(question, limits: .answer(bodyLimit: 1 << 20))
            } catch {
                guard error.isNotFound || error.isTooLarge else { throw error }
                return nil
            }
        }
    }

    private mutating func remoteRun(_ question: Question, limits: TransferLimits) throws(ApifyError) -> RemoteRun {
        guard let run = RemoteRun(answer: try body(question, limits: limits)) else {
            throw ApifyError(question.errand, problem: "the answer is no run that this program knows")
        }
        return run
    }
}

extension TransferLimits {
    /// For an answer that Apify may take all of `total` to think about, and that fits into memory.
    fileprivate static func answer(
        within total: Duration = .seconds(60), bodyLimit: Int = 8 << 20
    ) -> TransferLimits {
        TransferLimits(connect: .seconds(10), stall: total, total: total, bodyLimit: bodyLimit)
    }
}
