import Glibc
import System
import Testing

struct ThreadTests {
    @Test func `joining waits for the body, and may be done twice`() throws {
        let done = Lock(false)
        let thread = try Thread(name: "worker") { done.withLock { $0 = true } }
        #expect(thread.join())
        #expect(done.withLock { $0 })
        #expect(thread.join())
    }

    @Test func `joining gives up when its time is over`() throws {
        let mayEnd = Lock(false)
        let thread = try Thread(name: "slow") { _ = mayEnd.wait { $0 ? true : nil } }
        #expect(!thread.join(for: .milliseconds(10)))
        mayEnd.withLock { $0 = true }
        #expect(thread.join(for: .seconds(30)))
    }

    @Test func `a thread has its name`() throws {
        let name = Lock("")
        let thread = try Thread(name: "named thread, long") {
            let comm = (try? File.read("/proc/thread-self/comm", limit: 100)) ?? []
            name.withLock { $0 = String(decoding: comm, as: UTF8.self) }
        }
        thread.join()
        #expect(name.withLock { $0 } == "named thread, l\n")
    }

    @Test func `an interruption breaks off a blocking accept, whatever the starter blocked`() throws {
        let path = TemporaryPath()
        let listener = try UnixSocket.listen(path: path.text)
        let number = listener.rawValue
        let code = Lock<Int32>(0)
        Signals.block([.user1, .user2])
        let thread = try Thread(name: "acceptor") {
            do throws(SystemError) {
                _ = try UnixSocket.accept(on: number)
            } catch {
                code.withLock { $0 = error.code }
            }
        }
        while !thread.join(for: .milliseconds(5)) { thread.interrupt() }
        #expect(code.withLock { $0 } == EINTR)
        // After its end, nothing happens.
        thread.interrupt()
    }

    @Test func `reads and writes go on after an interruption`() throws {
        let pipe = try FileDescriptor.pipe()
        let input = pipe.reading.borrowed
        let text = Lock("")
        let thread = try Thread(name: "reader") {
            let bytes = (try? input.read(atMost: 100)) ?? Array("failed".utf8)
            text.withLock { $0 = String(decoding: bytes, as: UTF8.self) }
        }
        for _ in 0..<20 {
            thread.interrupt()
            #expect(!thread.join(for: .milliseconds(1)))
        }
        try pipe.writing.write("hello")
        thread.join()
        #expect(text.withLock { $0 } == "hello")
    }
}
