import Apify
import HTTPClient
import Reels
import Storage

extension ApifyIngestion {
    /// A run that was just started may not be listed for some seconds.
    private static let listingDelay = Duration.seconds(5)
    /// Answers travel, and Apify says its time in whole seconds.
    private static let clockTolerance = Duration.seconds(60)

    /// Has Apify start the actor, once. Each question is written down before it is asked; whenever it is not clear what came of one,
    /// Apify's own list is looked at before the next.
    func start(_ run: FeedRun, _ client: inout ActorClient) throws {
        if let attemptedAt = run.startAttemptedAt, try adopt(startedBy: run, attemptedAt: attemptedAt, &client) {
            return
        }
        // From here on every question is the feed's as it is now.
        var run = run
        var mayHaveStarted = run.startAttemptedAt != nil
        for retry in 1... {
            let attemptedAt = now()
            try journal.attemptStart(
                run.run.id, actorID: feed.actorID, itemPlatform: feed.platform, inputDigest: feed.inputDigest,
                at: attemptedAt, lease: .ofThisProcess, try database.connect())
            (run.actorID, run.inputDigest) = (feed.actorID, feed.inputDigest)
            guard let error = try attempt(run, &client) else { return }
            mayHaveStarted = mayHaveStarted || error.verdict == .unclear
            // A refusal may come of the very run that was started unseen: it has taken the credit or the memory.
            if mayHaveStarted, try adopt(startedBy: run, attemptedAt: attemptedAt, &client) { return }
            guard error.verdict != .refused, let delay = RetryPolicy.delay(beforeRetry: retry, after: error) else {
                throw IngestionFailure(error, leaving: mayHaveStarted ? .something : .nothing)
            }
            pause(delay)
        }
    }

    /// Asks once; gives the error where there is no run that is known to have started.
    private func attempt(_ run: FeedRun, _ client: inout ActorClient) throws -> ApifyError? {
        let remote: RemoteRun
        do throws(ApifyError) {
            remote = try client.startRun(
                actorID: feed.actorID, input: Array(feed.input.utf8), timeoutSeconds: feed.timeoutSeconds)
        } catch {
            return error
        }
        try record(remote, as: run)
        return nil
    }

    private func record(_ remote: RemoteRun, as run: FeedRun) throws {
        try journal.recordStart(
            run.run.id, apifyRunID: remote.id, datasetID: remote.datasetID, lease: .ofThisProcess,
            try database.connect())
    }

    /// Looks for a run that was started for this one without our being told, and takes the earliest; whether there is one.
    private func adopt(startedBy run: FeedRun, attemptedAt: Instant, _ client: inout ActorClient) throws -> Bool {
        let age = Duration.microseconds(now().microseconds(since: attemptedAt))
        pause(min(max(Self.listingDelay - age, .zero), Self.listingDelay))
        let listed = try listedRuns(startedBy: run, &client)
        let known = try journal.known(listed.map(\.id), try database.connect())
        for remote in listed.reversed() where !known.contains(remote.id) {
            guard try hasItsInput(remote, run, &client) else { continue }
            try record(remote, as: run)
            return true
        }
        return false
    }

    /// None where Apify has no such actor. A token that may not see the list is not waited for for ever.
    private func listedRuns(startedBy run: FeedRun, _ client: inout ActorClient) throws -> [RemoteRun] {
        let since = run.run.startedAt.advanced(by: .zero - Self.clockTolerance)
        do throws(ApifyError) {
            return try client.runs(actorID: run.actorID, startedSince: since, by: now)
        } catch {
            guard error.verdict == .refused, error.status != 401 else {
                throw IngestionFailure(error, leaving: .something)
            }
            if error.isNotFound || run.fetchFailures >= Self.laterTries { return [] }
            throw IngestionFailure(error, leaving: .somethingUnreachable)
        }
    }

    /// Whether a remote run was started with the input that was posted: an account may have several installations, and people. Where
    /// that cannot be told, since Apify does not show it or the feed has been given another, it is taken for ours.
    private func hasItsInput(_ remote: RemoteRun, _ run: FeedRun, _ client: inout ActorClient) throws -> Bool {
        let isAsPosted = run.inputDigest.map { $0 == feed.inputDigest } ?? true
        guard isAsPosted, let storeID = remote.storeID else { return true }
        let input: [UInt8]?
        do throws(ApifyError) {
            input = try client.input(storeID: storeID)
        } catch {
            guard error.verdict == .refused, error.status != 401 else {
                throw IngestionFailure(error, leaving: .something)
            }
            input = nil
        }
        return input.map { RemoteInput($0).mayComeFrom(Array(feed.input.utf8)) } ?? true
    }
}
