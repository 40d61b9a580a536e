import Reels
import Scoring
import Site
import System

/// 2026-05-01T12:00:00Z, the data clock of most tests.
let noon = Instant(seconds: 1_777_636_800)

/// A site with data and a desk of its own, an hour after noon unless the test moves its clock.
struct World {
    let shelf = Shelf()
    let desk = Desk()
    let clock = Lock(noon.advanced(byMicroseconds: Microseconds.hour))
    let log = Lock([String]())
    let pauses = Lock([Duration]())
    let site: Site

    static let token = "correct horse battery staple"

    init(token: String? = Self.token) {
        let (clock, log, pauses) = (clock, log, pauses)
        site = Site(
            configuration: SiteConfiguration(environment: "test", operatorToken: token.map { Array($0.utf8) }),
            snapshots: shelf, ingestion: desk, now: { clock.withLock { $0 } },
            pause: { duration in pauses.withLock { $0.append(duration) } },
            report: { line in log.withLock { $0.append(line) } })
    }

    /// `target` is a path with an optional query, as in a request line.
    func ask(
        _ target: String, method: String = "GET", headers: [String: String] = [:], body: String = ""
    ) -> Response {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return site.respond(
            to: Request(
                method: method, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "",
                headers: headers, body: Array(body.utf8)))
    }
}

extension Response {
    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension Observation {
    /// A sighting at `scrapedAt` of a reel published so many hours before noon.
    static func sample(
        _ id: String, _ platform: Platform = .tiktok, hoursOld: Double, views: Int64, likes: Int64? = nil,
        comments: Int64? = nil, shares: Int64? = nil, saves: Int64? = nil, url: String? = nil, creator: String? = nil,
        scrapedAt: Instant = noon
    ) -> Observation {
        Observation(
            key: ReelKey(reelID: id, platform: platform), scrapedAt: scrapedAt,
            publishTime: noon.advanced(byMicroseconds: -Int64(hoursOld * Double(Microseconds.hour))), views: views,
            viewsSource: .playCount, reelURL: url, creatorUsername: creator, likes: likes, comments: comments,
            shares: shares, saves: saves)
    }

    /// A sighting of a reel published so many hours before noon, so many hours after its publication.
    static func seen(
        _ id: String, _ platform: Platform = .youtube, hoursOld: Double, atAge age: Double, views: Int64,
        likes: Int64? = nil
    ) -> Observation {
        sample(
            id, platform, hoursOld: hoursOld, views: views, likes: likes,
            scrapedAt: noon.advanced(byMicroseconds: Int64((age - hoursOld) * Double(Microseconds.hour))))
    }

    /// `count` reels of all platforms, by turns, no two alike.
    static func many(_ count: Int, scrapedAt: Instant = noon, seed: Int64 = 1) -> [Observation] {
        (0..<count).map { number in
            let mixed = Int64(number) &* 7_919 &* seed % 10_007
            return sample(
                "reel\(number)", Platform.allCases[number % 3], hoursOld: 1 + Double(number % 160),
                views: 100 + mixed * mixed / 50, likes: number % 7 == 0 ? nil : mixed, comments: mixed / 9,
                shares: mixed / 30, url: "https://www.tiktok.com/@a/video/\(number)", creator: "creator\(number % 10)",
                scrapedAt: scrapedAt)
        }
    }
}
