import System
import Testing

struct LockTests {
    @Test func `changes by many threads are all kept`() throws {
        let count = Lock(0)
        let threads = try (1...4).map { number in
            try Thread(name: "counter \(number)") {
                for _ in 0..<10_000 { count.withLock { $0 += 1 } }
            }
        }
        for thread in threads { thread.join() }
        #expect(count.withLock { $0 } == 40_000)
    }

    @Test func `a waiter gets what another thread puts in`() throws {
        let inbox = Lock<[String]>([])
        let sender = try Thread(name: "sender") { inbox.withLock { $0.append("news") } }
        let message = inbox.wait(for: .seconds(30)) { $0.popLast() }
        sender.join()
        #expect(message == "news")
    }

    @Test func `a waiter gives up when its time is over`() {
        let inbox = Lock<[String]>([])
        let before = MonotonicClock.now()
        #expect(inbox.wait(for: .milliseconds(30), until: { $0.popLast() }) == nil)
        #expect(MonotonicClock.now() - before >= 30_000_000)
    }

    @Test func `an error leaves the lock free`() throws {
        struct Refused: Error {}
        let value = Lock(1)
        #expect(throws: Refused.self) { try value.withLock { _ in throw Refused() } }
        #expect(value.withLock { $0 } == 1)
    }

    @Test func `a waiter is woken though others, who wait for something else, came first`() throws {
        let words = ["first", "second", "third"]
        let said = Lock("")
        let waiting = Lock(0)
        let waiters = try words.enumerated().map { index, word in
            let waiter = try Thread(name: word) {
                _ = said.wait { (said: inout sending String) -> Bool? in
                    waiting.withLock { $0 = max($0, index + 1) }
                    return said == word ? true : nil
                }
            }
            _ = waiting.wait { $0 > index ? true : nil }
            return waiter
        }
        for index in [1, 2, 0] {
            said.withLock { $0 = words[index] }
            #expect(waiters[index].join(for: .seconds(10)))
        }
    }

    @Test func `every waiter is woken`() throws {
        let isOpen = Lock(false)
        let threads = try (1...3).map { number in
            try Thread(name: "waiter \(number)") { _ = isOpen.wait { $0 ? true : nil } }
        }
        isOpen.withLock { $0 = true }
        #expect(threads.allSatisfy { $0.join(for: .seconds(30)) })
    }
}
