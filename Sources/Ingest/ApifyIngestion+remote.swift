import Apify
import Reels
import Storage

extension ApifyIngestion {
    /// Seconds that Apify holds one question for the end of a run.
    private static let waitSeconds = 60
    /// Apify ends a run that exceeds its time; it is given so much longer to say so, and as much again when it is asked to abort it.
    private static let grace = Duration.seconds(120)

    /// Waits for the end of the remote run. One that outlives its time is aborted, since it costs money.
    func awaitEnd(
        of run: FeedRun, _ client: inout ActorClient, _ progress: (IngestionEvent) -> Void
    ) throws {
        guard let id = run.run.apifyRunID else { return }
        var deadline = (run.startAttemptedAt ?? run.run.startedAt).advanced(
            by: .seconds(feed.timeoutSeconds) + Self.grace)
        var status = run.remoteStatus
        var isAborted = false
        while true {
            let remote = try ask(id, &client)
            progress(.remote(id: id, status: remote.status.rawValue))
            if remote.status.isFinal { return try recordEnd(remote, of: run) }
            if remote.status.rawValue != status {
                status = remote.status.rawValue
                try journal.recordRemoteStatus(
                    run.run.id, remote.status.rawValue, lease: .ofThisProcess, try database.connect())
            }
            if now() >= deadline {
                guard !isAborted else { throw IngestionFailure(endless(id), leaving: .something) }
                isAborted = true
                deadline = now().advanced(by: Self.grace)
                progress(.note("remote run \(id) has outlived its \(feed.timeoutSeconds) s and is aborted"))
                try abort(id, &client)
            }
            // Apify holds the question until there is news; should it not, it is not asked more than once a second.
            pause(.seconds(1))
        }
    }

    private func ask(_ id: String, _ client: inout ActorClient) throws -> RemoteRun {
        do throws(ApifyError) {
            return try client.run(id: id, waitSeconds: Self.waitSeconds, mayBeNew: true)
        } catch {
            throw IngestionFailure(error, leaving: error.isNotFound ? .lost : .something)
        }
    }

    private func abort(_ id: String, _ client: inout ActorClient) throws {
        do throws(ApifyError) {
            _ = try client.abortRun(id: id)
        } catch {
            throw IngestionFailure(error, leaving: .something)
        }
    }

    private func endless(_ id: String) -> ApifyError {
        ApifyError("the remote run", problem: "\(id) goes on although it was to be aborted; end it in Apify's console")
    }

    /// Its end is the time of the scrape; a clock of Apify's that is ahead of ours makes no observation of the future.
    private func recordEnd(_ remote: RemoteRun, of run: FeedRun) throws {
        let now = now()
        try journal.recordEnd(
            run.run.id, remoteStatus: remote.status.rawValue, scrapedAt: min(remote.finishedAt ?? now, now),
            datasetID: remote.datasetID, lease: .ofThisProcess, try database.connect())
    }
}
