import ApifyStandIn
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// `shortpulse-ingest doctor`: a line for each thing, and what to do.
    @Suite
    struct DoctorTests {
        @Test func `of a stack that is well it finds nothing bad, and what it cannot see it says`() async throws {
            try await FedStack.with(RunScript(.reels(3))) { fed in
                try await fed.rest()
                let doctor = try fed.ingest(["doctor"])
                #expect(doctor.ending == .exited(0), "\(doctor.output)")
                let lines = doctor.output.split(separator: "\n")
                #expect(!lines.contains { $0.hasPrefix("BAD") })
                for subject in [
                    "settings", "database", "encryption", "pooler", "tables", "privileges", "clock", "Apify",
                ] {
                    #expect(lines.contains { $0.hasPrefix("ok   \(subject) ") }, "\(subject): \(doctor.output)")
                }
                #expect(lines.count { $0.hasPrefix("ok   sockets ") } == 3)
                #expect(lines.contains { $0.hasPrefix("ok   disk ") })
                // It asks for the actor's runs, and starts none.
                #expect(fed.apify.startedRuns().count == 1)
            }
        }

        @Test func `each thing that is wrong is named with what to do, and the rest is examined all the same`()
            async throws
        {
            try await FedStack.with(RunScript(.reels(3))) { fed in
                try await fed.rest()
                let cases = [
                    (["DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"], "database"),
                    (["DATABASE_URL": "postgresql://u:p@ss@h/d"], "database"),
                    (["SHORTPULSE_SCHEMA": "without_tables"], "tables"), (["APIFY_API_TOKEN": "wrong"], "Apify"),
                    (["APIFY_ACTOR_ID": "nobody~nothing"], "Apify"),
                    (["SHORTPULSE_LISTEN_SOCKET": "/nowhere/listen.sock"], "sockets"),
                ]
                for (settings, subject) in cases {
                    let doctor = try Self.doctor(of: fed, settings)
                    #expect(doctor.ending == .exited(1))
                    let bad = doctor.output.split(separator: "\n").filter { $0.hasPrefix("BAD") }
                    #expect(!bad.isEmpty && bad.allSatisfy { $0.hasPrefix("BAD  \(subject) ") }, "\(doctor.output)")
                    #expect(doctor.output.contains("ok   disk "))
                    #expect(!doctor.output.contains("p@ss"))
                }
            }
        }

        /// With these settings in place of the stack's.
        private static func doctor(of fed: FedStack, _ settings: [String: String]) throws -> Program {
            let checkout = fed.stack.checkout
            return try Program.run(
                "/bin/sh",
                ["-c", "set -a; . '\(checkout.home)/env'; exec env \"$@\"", "sh"]
                    + settings.map { "\($0.key)=\($0.value)" }
                    + ["\(checkout.path)/.build/release/shortpulse-ingest", "doctor"],
                environment: FedStack.settings(for: fed.apify), in: checkout.path)
        }

        @Test func `a setting that cannot be read ends it in one line`() throws {
            let program = "\(Checkout.original)/.build/release/shortpulse-ingest"
            let doctor = try Program.run(program, ["doctor"], environment: ["DATABASE_URL": "mysql://h/d"])
            #expect(doctor.ending == .exited(1))
            #expect(doctor.output.hasPrefix("BAD  settings      DATABASE_URL must begin with postgresql://"))
            #expect(doctor.output.split(separator: "\n").count == 1)
        }
    }
}
