import FoundationEssentials
import Glibc
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// `make run` from its start to its end.
    @Suite
    struct LifecycleTests {
        @Test
        func `a signal stops all of it, and the next start finds its data`() async throws {
            let checkout = try Checkout()
            let stack = try await Stack.start(in: checkout)
            let list = try stack.get("/reels/performance").body
            #expect(try await stack.stop(.interrupt) == .exited(0))
            #expect(try Processes.of(checkout).isEmpty)
            for signal in [Signal.terminate, .hangUp] {
                let again = try await Stack.start(in: checkout)
                #expect(try again.get("/reels/performance").body == list)
                #expect(try await again.stop(signal) == .exited(0))
                #expect(try Processes.of(checkout).isEmpty)
            }
        }

        @Test
        func `a script that was killed outright does not stand in the way of the next`() async throws {
            let checkout = try Checkout()
            try await Stack.start(in: checkout).stop(.kill)
            let stack = try await Stack.start(in: checkout)
            #expect(try stack.get("/health").status == 200)
            try await stack.stop(.terminate)
            #expect(try Processes.of(checkout).isEmpty)
        }

        @Test
        func `two stacks run side by side`() async throws {
            let one = try await Stack.start(in: Checkout(), settings: ["ENVIRONMENT": "one"])
            let other = try await Stack.start(in: Checkout(), settings: ["ENVIRONMENT": "other"])
            #expect(try one.get("/health").text.contains(#""environment":"one""#))
            #expect(try other.get("/health").text.contains(#""environment":"other""#))
            try await one.stop(.terminate)
            #expect(try other.get("/performance").status == 200)
            try await other.stop(.terminate)
        }

        @Test(.enabled(if: geteuid() == 0, "only root can see to it that others cannot"))
        func `root runs it from a folder that nobody else can enter`() async throws {
            let checkout = try Checkout(mode: 0o700)
            let stack = try await Stack.start(in: checkout)
            #expect(checkout.state != checkout.home)
            #expect(try stack.get("/performance").status == 200)
            #expect(try stack.get("/css/shortpulse.css").status == 200)
            let second = try stack.ingest(["migrate", "--status"])
            #expect(second.ending == .exited(0), "\(second.output)")
            try await stack.stop(.interrupt)
            #expect(try Processes.of(checkout).isEmpty)
        }

        @Test
        func `a second start from the same folder, or on the same port, is refused in one line`() async throws {
            let stack = try await Stack.start(in: Checkout())
            let again = try Program.run(
                "\(stack.checkout.path)/scripts/run", environment: ["PORT": "\(try FreePort.next())"])
            #expect(again.ending == .exited(75))
            #expect(again.output.split(separator: "\n").count == 1, "\(again.output)")
            let other = try Checkout()
            let elsewhere = try Program.run("\(other.path)/scripts/run", environment: ["PORT": "\(stack.port)"])
            #expect(elsewhere.ending == .exited(75))
            #expect(elsewhere.output.split(separator: "\n").count == 1, "\(elsewhere.output)")
            #expect(try Processes.of(other).isEmpty)
            #expect(try stack.get("/performance").status == 200)
            try await stack.stop(.terminate)
        }

        @Test(arguments: [
            (["PORT": "0"], 64, "PORT"),
            (["PORT": "65536"], 64, "PORT"),
            (["PORT": "eighty"], 64, "PORT"),
            (["SHORTPULSE_HOME": "/proc/no/such"], 73, "SHORTPULSE_HOME"),
            (["SHORTPULSE_HOME": "/tmp/a $dollar"], 64, "SHORTPULSE_HOME"),
            (["DATABASE_URL": "mysql://localhost/x"], 70, "DATABASE_URL"),
            (["DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"], 70, "database"),
        ])
        func `a bad setting ends it with a word about it`(settings: [String: String], status: Int, word: String) throws
        {
            let checkout = try Checkout()
            let run = try Program.run("\(checkout.path)/scripts/run", environment: settings)
            #expect(run.ending == .exited(Int32(status)), "\(run.output)")
            #expect(run.output.contains(word))
            #expect(try Processes.of(checkout).isEmpty)
        }
    }
}
