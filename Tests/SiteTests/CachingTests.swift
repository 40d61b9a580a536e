import Compression
import Reels
import Scoring
import Site
import System
import Testing

struct CachingTests {
    private let world = World()
    private let target = "/reels/performance"

    init() {
        world.shelf.put(Observation.many(95))
    }

    @Test("a client that has the bytes gets 304 without them", arguments: ["/reels/performance", "/performance"])
    func notModified(target: String) throws {
        let first = world.ask(target)
        let tag = try #require(first["ETag"])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        for condition in [tag, "W/\(tag)", "\"other\", \(tag)", "*", "\"a\",W/\(tag) ,\"b\""] {
            let second = world.ask(target, headers: ["if-none-match": condition])
            #expect(second.status == 304)
            #expect(second.body.isEmpty)
            #expect(second["ETag"] == tag)
            #expect(second["Cache-Control"] == first["Cache-Control"])
            #expect(second["Vary"] == "Accept-Encoding")
            #expect(second["Content-Type"] == nil)
            #expect(world.ask(target, method: "HEAD", headers: ["if-none-match": condition])["Content-Length"] == nil)
        }
        for condition in ["", "\"other\"", "tag", String(tag.dropFirst().dropLast())] {
            #expect(world.ask(target, headers: ["if-none-match": condition]).status == 200)
        }
    }

    @Test("new data has a new tag at once, the same data the same tag in every process")
    func tags() {
        let first = world.ask(target)["ETag"]
        world.shelf.put(Observation.many(95))
        #expect(world.ask(target)["ETag"] == first)
        world.shelf.put(Observation.many(95, seed: 2))
        #expect(world.ask(target)["ETag"] != first)
    }

    @Test("gzip is the same text in fewer bytes under a tag of its own", arguments: ["json", "ndjson", "csv"])
    func gzip(format: String) throws {
        let plain = world.ask("\(target)?format=\(format)")
        for _ in 1...2 {
            let packed = world.ask("\(target)?format=\(format)", headers: ["accept-encoding": "gzip, br"])
            #expect(packed["Content-Encoding"] == "gzip")
            #expect(packed["Vary"] == "Accept-Encoding")
            #expect(packed.body.count < plain.body.count / 2)
            #expect(try Gzip.decompress(packed.body, limit: 1 << 20) == plain.body)
            #expect(packed["ETag"] != plain["ETag"])
        }
        #expect(plain["Content-Encoding"] == nil)
        #expect(plain["Vary"] == "Accept-Encoding")
    }

    @Test(
        "gzip is sent where it is welcome, and not below plain text",
        arguments: [
            ("gzip", true), ("GZIP", true), ("x-gzip", true), ("*", true), ("br;q=1, gzip;q=0.5", true),
            ("gzip;q=0.5, identity;q=0.5", true), ("deflate, gzip ; q=1.0", true), ("", false), ("br", false),
            ("gzip;q=0", false), ("gzip;q=0.000", false), ("*;q=0", false), ("*, gzip;q=0", false), ("gzip;q=x", false),
            ("gzip;q=nan", false), ("identity, gzip;q=0.5", false), ("gzipx", false), (";", false), (",,;q=", false),
        ])
    func acceptEncoding(field: String, isPacked: Bool) {
        let response = world.ask(target, headers: ["accept-encoding": field])
        #expect((response["Content-Encoding"] == "gzip") == isPacked)
    }

    @Test("small bodies are sent as they are")
    func smallBody() {
        let response = world.ask("\(target)?limit=1&min_views=999999999999", headers: ["accept-encoding": "gzip"])
        #expect(response["Content-Encoding"] == nil)
        #expect(response["Vary"] == "Accept-Encoding")
    }

    @Test(
        "the present is asked for anew each time, a finished past may be kept for a while",
        arguments: [
            ("", "public, max-age=0, s-maxage=1"),
            ("?window=30d", "public, max-age=0, s-maxage=1"),
            ("?as_of=2026-05-01T12:00:00Z", "public, max-age=300"),
            ("?as_of=2026-04-01T12:00:00Z", "public, max-age=300"),
            ("?as_of=2026-05-01T12:00:01Z", "public, max-age=0, s-maxage=1"),
        ])
    func freshness(query: String, cacheControl: String) {
        #expect(world.ask(target + query)["Cache-Control"] == cacheControl)
    }

    @Test("the sample that is shown by default may give way at any time, its past too; the sample asked for may not")
    func sampleFreshness() {
        let world = World()
        world.shelf.put(Observation.many(5), in: .sample)
        let past = "/reels/performance?as_of=2026-05-01T12:00:00Z"
        #expect(world.ask(past)["Cache-Control"] == "public, max-age=0, s-maxage=1")
        #expect(world.ask("\(past)&dataset=sample")["Cache-Control"] == "public, max-age=300")
    }

    @Test("what the data follow from says when it last changed, and growing stale is a change of the page")
    func lastModified() {
        #expect(world.ask(target)["Last-Modified"] == nil, "not known")
        world.shelf.setChanged(noon.advanced(byMicroseconds: 90 * Microseconds.second))
        for path in [target, target, "/performance", "/performance.svg"] {
            #expect(world.ask(path)["Last-Modified"] == "Fri, 01 May 2026 12:01:30 GMT", "\(path)")
        }
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: 13 * Microseconds.hour) }
        #expect(world.ask("/performance")["Last-Modified"] == "Sat, 02 May 2026 00:00:00 GMT")
        #expect(world.ask(target)["Last-Modified"] == "Fri, 01 May 2026 12:01:30 GMT")
        #expect(world.ask("/health")["Last-Modified"] == nil)
    }

    @Test("an import is visible with the next request, though the answer was kept")
    func importIsVisible() {
        let before = world.ask(target)
        world.shelf.put(Observation.many(96))
        #expect(world.ask(target, headers: ["if-none-match": before["ETag"] ?? ""]).status == 200)
        #expect(identifiers(world.ask(target).text).count == 96)
        #expect(identifiers(world.ask(target).text).count == 96)
    }

    @Test("more different questions than are kept are all answered rightly")
    func eviction() {
        for round in 0..<2 {
            for least in 0..<400 {
                let text = world.ask("\(target)?min_views=\(least * 1000)&limit=3").text
                if round == 0, least > 0 { continue }
                #expect(text.contains(#""cohort_size":95,"#))
            }
        }
        #expect(identifiers(world.ask("\(target)?min_views=0").text).count == 95)
    }

    @Test("many threads ask one edition at once and get the same bytes")
    func threads() async {
        let world = world
        let bodies = await withTaskGroup(of: [UInt8].self) { group in
            for number in 0..<64 {
                group.addTask { world.ask("/reels/performance?limit=\(5 + number % 3)").body }
            }
            return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(bodies.count == 3)
    }

    @Test("a kept page is made anew when its data grows stale, and not before")
    func stale() {
        let tag = world.ask("/performance")["ETag"]
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: 12 * Microseconds.hour) }
        #expect(world.ask("/performance")["ETag"] == tag)
        let past = world.ask("/performance?as_of=2026-05-01T12%3A00%3A00Z")["ETag"]
        world.clock.withLock { $0 = $0.advanced(byMicroseconds: 1) }
        #expect(world.ask("/performance")["ETag"] != tag)
        #expect(world.ask("/performance?as_of=2026-05-01T12%3A00%3A00Z")["ETag"] == past)
    }
}
