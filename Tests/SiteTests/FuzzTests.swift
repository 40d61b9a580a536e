import Reels
import Sample
import Scoring
import Site
import System
import Testing

private let paths = [
    "/", "/performance", "/creators/tiktok/creator1", "/creator-studio", "/media-library", "/reels/performance",
    "/reels/performance", "/health",
    "/ingest/status", "/ingest/runs", "/ingest/runs/\(Desk.runID(1))", "/ingest/run", "/reels", "/%2e%2e/", "//",
    "/%00",
]
private let names = [
    "window", "platform", "as_of", "dataset", "limit", "cursor", "min_views", "min_likes", "min_comments",
    "min_engagement_rate", "outliers", "format", "utm_source", "", "%", "win%64ow", "é",
]
private let values = [
    "7d", "30d", "90d", "tiktok", "instagram", "youtube", "live", "sample", "1", "0", "50", "50000", "-1", "true",
    "false", "json", "csv", "ndjson", "0.05", "9223372036854775807", "9223372036854775808", "2026-05-01T12:00:00Z",
    "2026-05-01T10:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-05-01T12%3A00%3A00Z", "", "%00",
    "%FF", "%", "%2", "+", "é", "a=b", "1e309", "nan", "\u{1F600}", "'", "\"", "<", "../",
]

struct FuzzTests {
    private let world = World()
    private let seed: UInt64 = 20_260_501

    @Test("no request traps, and each gets an answer, a redirect to its own canonical address, or a refusal")
    func randomRequests() {
        world.shelf.put(Observation.many(24))
        world.shelf.put(Observation.many(9), in: .sample)
        world.desk.set { $0.runs = [Run(id: Desk.runID(1), source: .import, state: .empty, startedAt: noon)] }
        var generator = SplitMix64(seed: seed)
        let cursors = ["00"] + ["", "&window=30d", "&platform=tiktok", "&outliers=false"].compactMap(cursor)
        var counts: [Int: Int] = [:]
        for number in 0..<20_000 {
            let target = Self.target(&generator, cursors: cursors)
            let headers = [
                "if-none-match": generator.pick(["*", "", ","]), "accept-encoding": generator.pick(["gzip", "", ";q"]),
                "accept": generator.pick(["text/html", "", "*/*"]),
            ]
            let response = world.ask(target, method: generator.pick(["GET", "GET", "GET", "HEAD"]), headers: headers)
            counts[response.status, default: 0] += 1
            let isExpected = [200, 303, 304].contains(response.status) || (400..<500).contains(response.status)
            if !isExpected { Issue.record("request \(number): \(target) gave \(response.status)") }
            if let location = response["Location"], !leads(to: location, headers) {
                Issue.record("request \(number): \(target) was sent to \(location)")
            }
        }
        // The generator reaches every kind of answer.
        for status in [200, 303, 304, 404, 405, 422] { #expect(counts[status, default: 0] > 100) }
    }

    /// Whether something is answered there. A redirect may lead to a creator whom nobody knows.
    private func leads(to location: String, _ headers: [String: String]) -> Bool {
        let status = world.ask(location, headers: headers).status
        return [200, 304].contains(status) || (status == 404 && location.hasPrefix("/creators/tiktok/"))
    }

    @Test("cursors forged with a right checksum are refused or answered, never trap, and ask for no impossible past")
    func forgedCursors() throws {
        world.shelf.put(Observation.many(24))
        var generator = SplitMix64(seed: seed)
        let bytes = try payload()
        var counts: [Int: Int] = [:]
        for _ in 0..<5_000 {
            var forged = bytes
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                forged[Int.random(in: 0..<forged.count, using: &generator)] = generator.pick([
                    0, 1, 2, 0x7F, 0x80, 0xFF,
                ])
            }
            forged = forged.dropLast(generator.pick([0, 0, 0, 1, 9]))
            forged += generator.pick([[], [], [0], Array(bytes.suffix(9))])
            let status = world.ask("/reels/performance?limit=1&cursor=\(Self.signed(forged))").status
            counts[status, default: 0] += 1
        }
        #expect(Set(counts.keys) == [200, 422])
        #expect(counts[422, default: 0] > 1_000)
        #expect(counts[200, default: 0] > 100)
        let clocks = world.shelf.pastsAskedFor.flatMap(\.values)
        let year1 = try #require(Instant(iso8601: "0001-01-01T00:00:00Z"))
        #expect(clocks.count > 100)
        #expect(clocks.allSatisfy { (year1...world.clock.withLock { $0 }).contains($0) })
    }

    @Test("a forged cursor does not lead from the data set that was named to the other")
    func forgedDataset() throws {
        world.shelf.put(Observation.many(24))
        world.shelf.put(Observation.many(24), in: .sample)
        let bytes = try payload("&dataset=live")
        let answer = { (dataset: UInt8) in
            world.ask("/reels/performance?dataset=live&cursor=\(Self.signed([bytes[0], dataset] + bytes.dropFirst(2)))")
        }
        #expect(answer(0).status == 200)
        #expect(answer(1).status == 422)
    }

    @Test("a forged cursor of runs is refused unless it names a time and a run's id")
    func forgedRunCursors() {
        let status = { (start: [UInt8], id: String) in
            world.ask("/ingest/runs?cursor=\(Self.signed(start + Array(id.utf8)))").status
        }
        let epoch = [UInt8](repeating: 0, count: 8)
        #expect(status(epoch, Desk.runID(1)) == 200)
        #expect(status(epoch, "'; DROP TABLE reels_raw_events; --   ") == 422)
        #expect(status(epoch, "") == 422)
        #expect(status([0x80] + epoch.dropLast(), Desk.runID(1)) == 422)
        #expect(status([0x7F] + epoch.dropLast(), Desk.runID(1)) == 422)
        #expect(status([], "") == 422)
    }

    /// The bytes of the cursor after the first reel, without their checksum.
    private func payload(_ query: String = "") throws -> [UInt8] {
        let digits = try #require(cursor(query)).dropLast(16)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    }

    /// The cursor after the first reel.
    private func cursor(_ query: String) -> String? {
        world.ask("/reels/performance?limit=1\(query)").text.split(separator: "next_cursor\":\"").dropFirst().last
            .map { String($0.prefix { $0 != "\"" }) }
    }

    /// What a forger does who has read the source: FNV-1a of the bytes and of a closing 0xFF.
    private static func signed(_ bytes: [UInt8]) -> String {
        let check = (bytes + [0xFF]).reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        let tail = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: check >> UInt64($0)) }
        return Hexadecimal.text(bytes + tail)
    }

    private static func target(_ generator: inout SplitMix64, cursors: [String]) -> String {
        let items = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            let name = generator.pick(names)
            let value = name == "cursor" ? generator.pick(cursors) : generator.pick(values)
            return name + generator.pick(["=", "=", "=", ""]) + value
        }
        var target = Array((generator.pick(paths) + "?" + items.joined(separator: "&")).unicodeScalars)
        for _ in 0..<generator.pick([0, 0, 0, 1, 3]) {
            let place = Int.random(in: 1..<target.count, using: &generator)
            target[place] = Unicode.Scalar(UInt8.random(in: 0...255, using: &generator))
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: target)
        return String(text)
    }
}
