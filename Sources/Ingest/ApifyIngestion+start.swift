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
        for retry in 1... {
            let attemptedAt = now()
            try journal.attemptStart(
                run.run.id, actorID: feed.actorID, at: attemptedAt, lease: .ofThisProcess, try database.connect())
            guard let error = try attempt(run, &client) else { return }
            if error.verdict == .refused { throw IngestionFailure(error, leaving: .nothing) }
            if error.verdict == .unclear, try adopt(startedBy: run, attemptedAt: attemptedAt, &client) { return }
            guard let delay = RetryPolicy.delay(beforeRetry: retry, after: error) else {
                throw IngestionFailure(error, leaving: error.verdict == .unclear ? .something : .nothing)
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

    /// Looks for a run that was started for this one without our being told, and takes the earliest; whether there is one. The feed may
    /// have been given another actor since, of which nothing is known then.
    private func adopt(startedBy run: FeedRun, attemptedAt: Instant, _ client: inout ActorClient) throws -> Bool {
        let age = Duration.microseconds(now().microseconds(since: attemptedAt))
        pause(min(max(Self.listingDelay - age, .zero), Self.listingDelay))
        let since = run.run.startedAt.advanced(by: .zero - Self.clockTolerance)
        let listed = try leavingSomething { () throws(ApifyError) in
            try client.runs(actorID: run.actorID, startedSince: since, at: now())
        }
        let known = try journal.known(listed.map(\.id), try database.connect())
        for remote in listed.reversed() where !known.contains(remote.id) {
            guard try run.actorID != feed.actorID || hasOurInput(remote, &client) else { continue }
            try record(remote, as: run)
            return true
        }
        return false
    }

    /// Whether a run was started with the feed's input: an account may have several installations, and people. One that keeps no input
    /// is taken for ours.
    private func hasOurInput(_ remote: RemoteRun, _ client: inout ActorClient) throws -> Bool {
        guard let storeID = remote.storeID else { return true }
        let input = try leavingSomething { () throws(ApifyError) in try client.input(storeID: storeID) }
        guard let input else { return true }
        return RemoteInput(input).mayComeFrom(Array(feed.input.utf8))
    }

    private func leavingSomething<R>(_ ask: () throws(ApifyError) -> R) throws -> R {
        do throws(ApifyError) {
            return try ask()
        } catch {
            throw IngestionFailure(error, leaving: .something)
        }
    }
}
