import FoundationEssentials
import Reels
import Scoring
import Site
import System
import Testing

/// The Atom feed of breakouts.
struct FeedTests {
    private let world = World()

    init() {
        world.shelf.put(Observation.breakouts)
    }

    @Test("what is listed is told, the newest first, each with its reason")
    func entries() throws {
        let feed = try Self.parsed(world.ask("/performance.atom"))
        #expect(
            feed == """
                title: Breaking out: All platforms, 7 days
                id: tag:shortpulse.invalid,2026:breakouts/live/7d/all
                updated: 2026-05-01T12:00:00Z
                entry: tag:shortpulse.invalid,2026:breakout/7d/youtube/confirmed
                  Confirmed: \u{2068}Kiln Studio\u{2069} on YouTube
                  2026-05-01T12:00:00Z
                  alternate https://www.youtube.com/shorts/confirmed
                  related /performance/youtube/confirmed
                  Faster than 95.35 % of its cohort and more engaging than 95.24 %, faster than 100 % of 40 reels at \
                its age (91.24 to 100), seen 0 hours ago.
                entry: tag:shortpulse.invalid,2026:breakout/7d/youtube/candidate
                  Candidate: unknown creator on YouTube
                  2026-05-01T12:00:00Z
                  alternate /performance/youtube/candidate
                  Faster than 100 % of its cohort and more engaging than 95.24 %, seen 0 hours ago.

                """)
    }

    @Test("what is invented leads to its page here, and to no platform")
    func sample() throws {
        let world = World()
        world.shelf.put(Observation.breakouts, in: .sample)
        let feed = try Self.parsed(world.ask("/performance.atom?dataset=sample"))
        #expect(feed.contains("  alternate /performance/youtube/confirmed?dataset=sample\n"))
        #expect(!feed.contains("youtube.com"))
        let page = world.ask("/performance/youtube/confirmed?dataset=sample").text
        #expect(page.contains("YouTube does not have it") && !page.contains("href=\"https://"))
    }

    @Test("a reel keeps its identifier as data comes in, and whatever else is asked")
    func identifiers() throws {
        let later = noon.advanced(byMicroseconds: 2 * Microseconds.hour)
        let before = Self.identifiers(world.ask("/performance.atom"))
        let seenAgain = Observation.sample(
            "confirmed", .youtube, hoursOld: 12, views: 1_300_000, likes: 650_000, scrapedAt: later)
        world.clock.withLock { $0 = later }
        world.shelf.put(Observation.breakouts + [seenAgain])
        #expect(Set(Self.identifiers(world.ask("/performance.atom"))) == Set(before))
        #expect(Set(Self.identifiers(world.ask("/performance.atom?platform=youtube"))) == Set(before))
        #expect(before.count == 2)
    }

    @Test("the same data give the same bytes, and are not sent twice")
    func caching() throws {
        let first = world.ask("/performance.atom")
        #expect(first["Content-Type"] == "application/atom+xml; charset=utf-8")
        let tag = try #require(first["ETag"])
        let other = World()
        other.shelf.put(Observation.breakouts.reversed())
        #expect(other.ask("/performance.atom").body == first.body)
        #expect(world.ask("/performance.atom", headers: ["if-none-match": tag]).status == 304)
    }

    @Test("nothing that a client calls the host reaches the feed")
    func host() {
        let named = world.ask("/performance.atom", headers: ["host": "elsewhere.example"])
        #expect(named.body == World.asked("/performance.atom", of: Observation.breakouts).body)
        #expect(!named.text.contains("elsewhere"))
    }

    @Test("an unknown parameter leads to the canonical address")
    func canonical() {
        let response = world.ask("/performance.atom?utm_source=x&window=30d")
        #expect(response.status == 303)
        #expect(response["Location"] == "/performance.atom?window=30d")
        #expect(world.ask("/performance.atom?window=5d").status == 422)
    }

    @Test("hostile names stay text, and the feed stays well-formed")
    func hostile() throws {
        let hostile = PagesState.hostile.world
        let many = Observation.hostile.enumerated().map { number, reel in
            var reel = reel
            reel.views *= number < 16 ? 1 : 1_000_000
            reel.likes = number < 16 ? 0 : reel.views / 2
            return reel
        }
        hostile.shelf.put(many)
        let response = hostile.ask("/performance.atom")
        let feed = try Self.parsed(response)
        #expect(feed.contains("entry: "))
        #expect(!response.text.contains("<script") && !response.text.contains("<img"))
        #expect(!response.text.contains("href=\"javascript") && !response.text.contains("href=\"data"))
    }

    @Test("a feed holds no more than fifty entries, and none without data is an error")
    func bounds() throws {
        let fast = (0..<100).map { number in
            Observation.sample(
                "fast\(number)", .tiktok, hoursOld: 5, views: 1_000_000 + Int64(number), likes: 900_000)
        }
        let slow = (0..<900).map { number in
            Observation.sample("slow\(number)", .tiktok, hoursOld: 50, views: 1_000 + Int64(number), likes: 1)
        }
        #expect(Self.identifiers(World.asked("/performance.atom", of: fast + slow)).count == 50)
        let empty = World.asked("/performance.atom", of: [])
        #expect(empty.status == 200)
        #expect(try Self.parsed(empty).contains("updated: 1970-01-01T00:00:00Z"))
    }

    private static func identifiers(_ response: Response) -> [String] {
        response.text.split(separator: "<entry><id>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    /// What a feed reader and an XML parser make of it.
    private static func parsed(_ response: Response) throws -> String {
        let checkout = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        let file = FileManager.default.temporaryDirectory.appending(path: "shortpulse-\(UUID()).atom")
        try Data(response.body).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }  // one left behind harms nobody
        let pipe = try FileDescriptor.pipe()
        let python = try ChildProcess(
            executable: "\(checkout)/.build/python/bin/python",
            arguments: ["-I", "\(checkout)/Tests/python/read_feed.py", file.path()],
            descriptors: [1: pipe.writing.rawValue, 2: pipe.writing.rawValue])
        let said = String(decoding: try pipe.closingWriting().readAll(limit: 1 << 20), as: UTF8.self)
        #expect(try python.wait() == .exited(0), "\(said)")
        return said
    }
}

extension World {
    /// What a site with these data answers.
    fileprivate static func asked(_ target: String, of observations: [Observation]) -> Response {
        let world = World()
        world.shelf.put(observations)
        return world.ask(target)
    }
}
