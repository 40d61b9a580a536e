import Apify
import HTTPClient
import Ingest
import Reels
import System

/// Whether Apify knows the token and each feed's actor. Asks for the actor's runs, which costs nothing.
struct ApifyDoctor {
    private let installation: Installation

    init(_ installation: Installation) {
        self.installation = installation
    }

    var findings: [Finding] {
        // Settings that are wrong are another doctor's business.
        guard let feeds = try? installation.feeds() else { return [] }
        guard !feeds.isEmpty else {
            return [.good("Apify", "no credentials, so nothing is fetched; data comes by shortpulse-ingest import")]
        }
        return feeds.map(examine)
    }

    private func examine(_ feed: ApifyFeed) -> Finding {
        do {
            var client = try ActorClient(
                base: feed.base, token: feed.token, retries: 1, pause: { Thread.pause(for: $0) })
            _ = try client.runs(actorID: feed.actorID, startedSince: Installation.now())
            return .good("Apify", "feed \(feed.name): the token and the actor \(feed.actorID) are known")
        } catch {
            return .bad(
                "Apify", "feed \(feed.name): \(error)",
                remedy: "check APIFY_API_TOKEN, the actor's name, and the way to \(feed.base)")
        }
    }
}
