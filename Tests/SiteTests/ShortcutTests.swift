import Reels
import Scoring
import Site
import System
import Testing

/// A request that was answered before is answered without being read again, and never with anything else than it would be.
struct ShortcutTests {
    private let world = World()

    init() {
        for dataset in Dataset.allCases { world.shelf.put([], in: dataset) }
    }

    @Test(
        "the same request has the same answer",
        arguments: ["/", "/performance", "/reels/performance?limit=5", "/performance.svg"])
    func again(target: String) {
        world.shelf.put(Observation.kiln(24))
        for headers in [[:], ["accept-encoding": "gzip"], ["accept-encoding": "gzip;q=0"]] {
            let first = world.ask(target, headers: headers)
            let second = world.ask(target, headers: headers)
            #expect(first.status == 200)
            #expect(second.body == first.body)
            #expect(second.headers.map(\.name) == first.headers.map(\.name))
            #expect(second.headers.map(\.value) == first.headers.map(\.value))
            #expect(world.ask(target, method: "HEAD", headers: headers)["Content-Length"] == "\(first.body.count)")
            #expect(world.ask(target, method: "POST", headers: headers).status == 405)
        }
    }

    @Test func `old data are called old on time, whatever was answered before`() {
        world.shelf.put(Observation.kiln(24))
        for _ in 1...2 { #expect(!world.ask("/performance").text.contains("The data is old.")) }
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: 13 * Microseconds.hour) }
        for _ in 1...2 { #expect(world.ask("/performance").text.contains("The data is old.")) }
    }

    @Test(
        "the sample gives way to live data, and comes back with them gone",
        arguments: ["/performance", "/reels/performance"])
    func sampleByDefault(target: String) {
        let named = target + "?dataset=sample"
        world.shelf.put(Observation.kiln(24), in: .sample)
        for _ in 1...2 { #expect(world.ask(target).text.contains("kiln.3")) }
        let sample = world.ask(named).body
        world.shelf.put(Observation.mixed)
        for _ in 1...2 {
            #expect(!world.ask(target).text.contains("kiln.3"))
            #expect(world.ask(named).body == sample)
        }
        world.shelf.put([])
        for _ in 1...2 { #expect(world.ask(target).text.contains("kiln.3")) }
    }

    @Test func `whoever asks for ever new addresses gets the right answers too`() {
        world.shelf.put(Observation.kiln(24))
        for number in 1...3_000 {
            #expect(world.ask("/reels/performance?limit=1&min_views=\(number)").status == 200)
        }
        #expect(world.ask("/reels/performance?limit=1&min_views=0").reels.count == 1)
    }
}
