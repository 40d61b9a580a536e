import FastCGI
import Glibc
import System
import Testing

struct ShutdownTests {
    @Test func `idle threads end at once`() throws {
        let running = try RunningResponder(threads: 8, handler: RunningResponder.echo)
        #expect(try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/")).status == 200)
        let before = MonotonicClock.now()
        running.responder.shutDown()
        running.responder.join()
        #expect(MonotonicClock.now() - before < 1_000_000_000)
    }

    @Test func `a request that is being answered is answered to its end`() throws {
        // The handler waits in a call that an interruption would break off.
        let gatePath = "/tmp/sp-\(SecureRandom.uuid())"
        let gate = try UnixSocket.listen(path: gatePath)
        let gateNumber = gate.rawValue
        let isBusy = Lock(false)
        let running = try RunningResponder(threads: 2) { request in
            isBusy.withLock { $0 = true }
            let isWhole = (try? UnixSocket.accept(on: gateNumber)) != nil
            return isWhole ? RunningResponder.echo(request) : GatewayResponse(status: 500)
        }
        let client = try FastCGIClient(running.path)
        try client.send(
            FastCGIClient.begin() + FastCGIClient.whole(FastCGIClient.parameters("GET", "/last"))
                + FastCGIClient.input([]))
        _ = isBusy.wait(for: .seconds(20)) { $0 ? true : nil }
        let responder = running.responder
        responder.shutDown()
        let joiner = try Thread(name: "joiner") { responder.join() }
        // Long enough for the idle thread to be interrupted several times, and the busy one with it if it were.
        #expect(!joiner.join(for: .milliseconds(50)))
        _ = try UnixSocket.connect(path: gatePath, timeout: .seconds(20))
        unsafe unlink(gatePath)
        #expect(try client.answer().text == "GET /last [] 0")
        #expect(joiner.join(for: .seconds(20)))
        _ = gate.rawValue
    }

    @Test func `a responder on what is no socket ends by itself`() throws {
        let pipe = try FileDescriptor.pipe()
        let responder = Responder(listeningOn: pipe.reading.rawValue, threads: 2)
        try responder.start(handler: RunningResponder.echo)
        responder.join()
        _ = pipe.writing.rawValue
    }
}
