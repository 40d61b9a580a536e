import RunningStack
import System
import Trials

/// A running site over a PostgreSQL of its own, whose responders tell what they are asked.
struct WatchedSite {
    let stack: Stack
    let database: PrivateDatabase
    let feed: SmallFeed
    private let ports: [Int]

    /// Runs `body` with one that shows the first sighting of its feed; `configuration` is put at the head of nginx's.
    static func with(
        settings: [String: String] = [:], configuration: String = "", _ body: (WatchedSite) async throws -> Void
    ) async throws {
        let database = try PrivateDatabase()
        let port = try FreePort.pair()
        let own = ["DATABASE_URL": database.address, "METRICS_PORT": "\(port)"]
        let checkout = try Checkout()
        let file = "\(checkout.path)/nginx/nginx.conf"
        try File.write(Array("\(configuration)\n\(try Checkout.text("nginx/nginx.conf"))".utf8), to: file)
        try await Stack.with(settings: settings.merging(own) { _, own in own }, in: checkout) { stack in
            let feed = try SmallFeed(in: stack.checkout.path)
            let site = WatchedSite(stack: stack, database: database, feed: feed, ports: [port, port + 1])
            let first = try stack.ingest(feed.arguments(1))
            guard first.ending == .exited(0), try await site.shows(feed.views(1)) else {
                throw Failure("the site does not show its feed: \(first.output)")
            }
            try await body(site)
        }
    }

    /// Whether both responders show `views` within seconds, at addresses that nginx has not kept.
    func shows(_ views: String) async throws -> Bool {
        var limit = 100
        return try await eventually(within: .seconds(10)) {
            limit += 4
            return try (limit - 3...limit).allSatisfy {
                try stack.get("/reels/performance?limit=\($0)").text.contains(views)
            }
        }
    }

    /// How many requests have reached the responders, but for those that ask this.
    func requestCount() throws -> Int {
        try ports.reduce(0) { sum, port in
            let lines = try SiteAnswer.of("http://127.0.0.1:\(port)/metrics").text.split(separator: "\n")
            let counts = lines.filter { $0.hasPrefix("shortpulse_requests_total{") && !$0.contains("/metrics") }
            return sum + counts.reduce(0) { $0 + ($1.split(separator: " ").last.flatMap { Int($0) } ?? 0) }
        }
    }

    /// The socket of the first responder.
    var socket: String { "\(stack.checkout.state)/sockets/site/web-1.sock" }
}
