import Site
import Testing

struct AnswerCacheTests {
    private func answer(_ length: Int) -> Representation {
        Representation(Answer(contentType: "text/plain", body: [UInt8](repeating: 1, count: length)))
    }

    /// The keys of `0..<count` that are kept; looking counts as a use.
    private func kept(_ cache: AnswerCache, _ count: Int) -> [Int] {
        (0..<count).filter { cache[String($0)] != nil }
    }

    @Test("never more bytes are kept than there is room for; what was not used for the longest goes")
    func bytes() {
        let cache = AnswerCache(capacity: 100)
        for key in 0..<3 { cache.keep(answer(30), as: String(key)) }
        #expect(kept(cache, 3) == [0, 1, 2])
        _ = cache["0"]
        cache.keep(answer(50), as: "3")
        #expect(kept(cache, 4) == [0, 3])
    }

    @Test("an answer that replaces another takes its place in the count")
    func replacing() {
        let cache = AnswerCache(capacity: 100)
        for _ in 0..<9 { cache.keep(answer(40), as: "0") }
        cache.keep(answer(40), as: "1")
        #expect(kept(cache, 2) == [0, 1])
    }

    @Test("no more answers are kept than the number allowed")
    func entries() {
        let cache = AnswerCache(capacity: 100, mostEntries: 2)
        for key in 0..<4 { cache.keep(answer(1), as: String(key)) }
        #expect(kept(cache, 4) == [2, 3])
    }

    @Test("an answer that would drive out most of the others is not kept")
    func tooLarge() {
        let cache = AnswerCache(capacity: 100)
        cache.keep(answer(10), as: "0")
        cache.keep(answer(51), as: "1")
        #expect(kept(cache, 2) == [0])
    }
}
