import System
import Testing

struct SemaphoreTests {
    @Test func `a full semaphore refuses at once`() {
        let semaphore = Semaphore(permits: 2)
        let inner = semaphore.withPermit {
            semaphore.withPermit {
                semaphore.withPermit { "third" } ?? "refused"
            }
        }
        #expect(inner == .some(.some("refused")))
    }

    @Test func `a permit comes back, after an error too`() {
        struct Failed: Error {}
        let semaphore = Semaphore(permits: 1)
        #expect(throws: Failed.self) { try semaphore.withPermit { throw Failed() } }
        #expect(semaphore.withPermit { "again" } == "again")
    }

    @Test func `a patient caller gets the permit that comes free`() throws {
        let semaphore = Semaphore(permits: 1)
        let stage = Lock("waiting")
        let holder = try Thread(name: "holder") {
            semaphore.withPermit {
                stage.withLock { $0 = "held" }
                _ = stage.wait { $0 == "asked" ? true : nil }
            }
        }
        _ = stage.wait { $0 == "held" ? true : nil }
        #expect(semaphore.withPermit { true } == nil)
        stage.withLock { $0 = "asked" }
        #expect(semaphore.withPermit(waitingFor: .seconds(30)) { true } == true)
        holder.join()
    }
}
