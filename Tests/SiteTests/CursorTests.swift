import Reels
import Scoring
import Site
import Testing

struct CursorTests {
    private let world = World()

    private func next(_ response: Response) -> String? {
        response.text.split(separator: #""next_cursor":""#).dropFirst().last.map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("pages cut from one ranking while the data changes under them")
    func walk() throws {
        world.shelf.put(Observation.many(95))
        let whole = identifiers(world.ask("/reels/performance?window=30d").text)
        #expect(whole.count == 95)
        var seen: [String] = []
        var cursor: String?
        var pages = 0
        repeat {
            let response = world.ask("/reels/performance?window=30d&limit=10" + (cursor.map { "&cursor=\($0)" } ?? ""))
            #expect(response.status == 200)
            seen += identifiers(response.text)
            cursor = next(response)
            pages += 1
            let later = noon.advanced(byMicroseconds: Int64(pages) * Microseconds.minute)
            world.shelf.put(Observation.many(95) + Observation.many(120, scrapedAt: later, seed: Int64(pages) + 1))
        } while cursor != nil
        #expect(seen == whole)
        #expect(pages == 10)
    }

    @Test("filters and cursors go together, and the last page has none")
    func filtered() throws {
        world.shelf.put(Observation.many(95))
        let whole = identifiers(world.ask("/reels/performance?min_views=5000").text)
        var (seen, cursor) = ([String](), String?.none)
        repeat {
            let response = world.ask(
                "/reels/performance?min_views=5000&limit=\(whole.count / 2)" + (cursor.map { "&cursor=\($0)" } ?? ""))
            seen += identifiers(response.text)
            cursor = next(response)
        } while cursor != nil
        #expect(seen == whole)
        #expect(next(world.ask("/reels/performance?min_views=5000&limit=\(whole.count)")) == nil)
    }

    @Test("while the data stays, following pages wait for no database")
    func staysInMemory() throws {
        world.shelf.put(Observation.many(95))
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        #expect(world.ask("/reels/performance?limit=10&cursor=\(cursor)").status == 200)
        #expect(world.shelf.pastsAskedFor.isEmpty)
    }

    @Test("limit and format may change between pages; without limit the rest comes")
    func rest() throws {
        world.shelf.put(Observation.many(95))
        let whole = identifiers(world.ask("/reels/performance").text)
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        #expect(identifiers(world.ask("/reels/performance?cursor=\(cursor)").text) == Array(whole.dropFirst(10)))
        #expect(world.ask("/reels/performance?cursor=\(cursor)&format=csv").status == 200)
    }

    @Test("JSON lines and CSV say in a Link field where they go on")
    func link() throws {
        world.shelf.put(Observation.many(95))
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        let link = try #require(world.ask("/reels/performance?limit=10&format=csv")["Link"])
        #expect(link == "</reels/performance?format=csv&limit=10&cursor=\(cursor)>; rel=\"next\"")
    }

    @Test(
        "a cursor used with other parameters is refused by name",
        arguments: [
            "window=30d", "platform=tiktok", "dataset=live", "dataset=sample", "min_views=1", "min_likes=0",
            "min_comments=0", "min_engagement_rate=0", "outliers=true", "as_of=2026-05-01T12:00:00Z",
        ])
    func otherParameters(query: String) throws {
        world.shelf.put(Observation.many(95))
        world.shelf.put(Observation.many(95), in: .sample)
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        let response = world.ask("/reels/performance?limit=10&\(query)&cursor=\(cursor)")
        #expect(response.status == 422)
        #expect(response.text.contains(#""parameter":"cursor""#))
    }

    @Test(
        "what is no cursor of ours is refused by name",
        arguments: [
            "", "0", "zz", "0123456789abcdef", "%00", "%FF", String(repeating: "a", count: 5000), "../..", "1e9",
        ])
    func garbage(cursor: String) {
        world.shelf.put(Observation.many(5))
        let response = world.ask("/reels/performance?limit=1&cursor=\(cursor)")
        #expect(response.status == 422)
        #expect(response.text.contains(#""parameter":"cursor""#))
    }

    @Test("a cursor with any digit changed is refused")
    func mistyped() throws {
        world.shelf.put(Observation.many(9))
        let cursor = Array(try #require(next(world.ask("/reels/performance?limit=2"))))
        for place in cursor.indices {
            var changed = cursor
            changed[place] = changed[place] == "0" ? "1" : "0"
            #expect(world.ask("/reels/performance?limit=2&cursor=\(String(changed))").status == 422)
        }
    }

    @Test("when older observations were imported under the same clocks, the cursor is refused rather than pages mixed")
    func changedPast() throws {
        world.shelf.put(Observation.many(95))
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        world.shelf.put(Observation.many(97))
        let response = world.ask("/reels/performance?limit=10&cursor=\(cursor)")
        #expect(response.status == 422)
        #expect(response.text.contains("has changed"))
    }

    @Test("a cursor keeps to the sample when live data comes")
    func keepsDataset() throws {
        world.shelf.put(Observation.many(95), in: .sample)
        let cursor = try #require(next(world.ask("/reels/performance?limit=10")))
        world.shelf.put(Observation.many(5))
        let response = world.ask("/reels/performance?limit=10&cursor=\(cursor)")
        #expect(response.text.contains(#""dataset":"sample""#))
    }
}
