import Glibc
import System
import Testing

struct SignalsTests {
    @Test func `a blocked signal is kept for the thread that waits for it`() throws {
        let came = Lock<Signal?>(nil)
        let waiter = try Thread(name: "waiter") {
            Signals.block([.user2])
            // To this thread, since the test runner's own threads do not block the signal.
            pthread_kill(pthread_self(), Signal.user2.number)
            let signal = Signals.wait(for: [.user1, .user2])
            came.withLock { $0 = signal }
        }
        #expect(waiter.join(for: .seconds(30)))
        #expect(came.withLock { $0 } == .user2)
    }

    @Test func `a wait with an end gives a signal that comes, or none`() throws {
        let came = Lock<[Signal?]>([])
        let waiter = try Thread(name: "waiter") {
            Signals.block([.user2])
            let none = Signals.wait(for: [.user2], within: .milliseconds(20))
            pthread_kill(pthread_self(), Signal.user2.number)
            let one = Signals.wait(for: [.user2], within: .seconds(30))
            came.withLock { $0 = [none, one] }
        }
        #expect(waiter.join(for: .seconds(30)))
        #expect(came.withLock { $0 } == [nil, .user2])
    }

    @Test func `writing where nobody reads is an error and no end`() throws {
        Signals.ignoreBrokenPipes()
        let pipe = try FileDescriptor.pipe()
        let writing = try Self.closingReading(pipe)
        let error = #expect(throws: SystemError.self) { try writing.borrowed.write("x") }
        #expect(error?.isBrokenConnection == true)
    }

    /// A writing end whose reader is gone.
    private static func closingReading(_ pipe: consuming Pipe) throws -> FileDescriptor {
        FileDescriptor(owning: dup(pipe.writing.rawValue))
    }
}
