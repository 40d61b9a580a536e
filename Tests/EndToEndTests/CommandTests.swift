import FoundationEssentials
import RunningStack
import System
import Testing

/// The real captures, where the folder with them stands beside the checkout.
private let captures: String? = {
    let folder = Checkout.original + "/../shared/samples"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

extension EndToEndTests {
    /// What `shortpulse-ingest` says in a second terminal, beside a running stack.
    @Suite(.sharedStack())
    struct CommandTests {
        let stack: Stack

        init() throws {
            stack = try #require(Stack.shared)
        }

        @Test("who connects to listen and goes away ends nothing")
        func goneAway() throws {
            Signals.ignoreBrokenPipes()
            let path = try Program.run(
                "/bin/sh", ["-c", ". '\(stack.checkout.home)/env'; printf %s \"$SHORTPULSE_LISTEN_SOCKET\""])
            for _ in 0..<5 { _ = try UnixSocket.connect(path: path.output, timeout: .seconds(1)) }
            // It takes requests in turn, so that this answer comes after it has met the others.
            let client = try UnixSocket.connect(path: path.output, timeout: .seconds(5))
            try client.write("run\n")
            try client.finishWriting()
            #expect(String(decoding: try client.readAll(limit: 1_024), as: UTF8.self) == "no-credentials\n")
            #expect(try !stack.output.contains("listen ended"))
        }

        @Test("every score of the sample is what PostgreSQL computes, and one line sums it up")
        func verify() throws {
            let run = try stack.ingest(["verify", "--dataset", "sample"])
            #expect(run.ending == .exited(0), "\(run.output)")
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 10)
            #expect(lines.dropLast().allSatisfy { $0.hasSuffix(", ok") })
            #expect(lines.last?.hasPrefix("9 cohorts, ") == true)
            #expect(lines.last?.hasSuffix(": all within rounding") == true)
        }

        @Test(
            "every score of the captures is what PostgreSQL computes, now and whenever they were young",
            .enabled(if: captures != nil, "the captures are not beside this checkout"))
        func verifyCaptures() throws {
            // Beside the live data, which other tests count.
            let settings = ["SHORTPULSE_SCHEMA": "captures"]
            let files = try FileManager.default.contentsOfDirectory(atPath: try #require(captures))
                .filter { $0.hasSuffix(".json") }.map { "\(captures ?? "")/\($0)" }
            #expect(try stack.ingest(["migrate"], settings: settings).ending == .exited(0))
            let days = ["2026-08-14T05:00:00Z", "2026-03-04T05:00:00Z", "2026-05-12T05:00:00Z"]
            for day in days {
                let run = try stack.ingest(["import", "--observed-at", day] + files, settings: settings)
                #expect(run.ending == .exited(0), "\(run.output)")
            }
            for asOf in [[]] + (days + ["2026-05-12T04:59:59.999999Z"]).map({ ["--as-of", $0] }) {
                let run = try stack.ingest(["verify"] + asOf, settings: settings)
                #expect(run.ending == .exited(0), "\(run.output)")
                let last = run.output.split(separator: "\n").last
                #expect(last?.hasPrefix("9 cohorts, ") == true, "\(run.output)")
                #expect(last?.hasSuffix(": all within rounding") == true, "\(run.output)")
            }
        }

        @Test(
            "what the README names works",
            arguments: [
                ["migrate"], ["migrate", "--status"], ["migrate", "--print"], ["rebuild"], ["status"],
                ["status", "--json"], ["--help"], ["import", "--help"],
            ])
        func works(arguments: [String]) throws {
            let run = try stack.ingest(arguments)
            #expect(run.ending == .exited(0), "\(run.output)")
            #expect(!run.output.isEmpty)
        }

        @Test(
            "bad input is one clear message and the right exit code, and changes nothing",
            arguments: [
                (["import", "/nowhere/dataset.json"], Int32(66), "/nowhere/dataset.json"),
                (["import", "--platform", "myspace", "x.json"], 64, "instagram"),
                (["import", "--observed-at", "yesterday", "x.json"], 64, "yesterday"),
                (["import", "-"], 64, "--observed-at"),
                (["import", "/dev/null", "--observed-at", "2026-01-01T00:00:00Z"], 65, "no JSON object"),
                (["import", "/dev/null", "--observed-at", "2999-01-01T00:00:00Z"], 64, "in the future"),
                (["verify", "--as-of", "noon"], 64, "noon"),
                (["verify", "--as-of", "2999-01-01T00:00:00Z"], 64, "lies in the future"),
                (["run"], 78, "APIFY_API_TOKEN"),
                (["run", "--due"], 78, "APIFY_API_TOKEN"), (["replay", "this"], 64, "this"),
                (["replay", "00000000-0000-4000-8000-000000000000"], 64, "there is no run"),
                (["frobnicate"], 64, "frobnicate"),
            ])
        func badInput(arguments: [String], code: Int32, word: String) throws {
            let before = try stack.get("/ingest/runs").text
            let run = try stack.ingest(arguments)
            #expect(run.ending == .exited(code), "\(run.output)")
            #expect(run.output.contains(word), "\(run.output)")
            #expect(try stack.get("/ingest/runs").text == before)
        }

        @Test(
            "a database that cannot be had is told apart from one that is not named",
            arguments: [
                (String?.none, Int32(78), "DATABASE_URL is not set"),
                ("mysql://u:hunter2@h/d", 78, "must begin with postgresql://"),
                ("postgresql://u:hunter2@127.0.0.1:1/d", 69, "Connection refused"),
            ])
        func noDatabase(address: String?, code: Int32, word: String) throws {
            let program = stack.checkout.path + "/.build/release/shortpulse-ingest"
            let environment = address.map { ["DATABASE_URL": $0] } ?? [:]
            let run = try Program.run(program, ["verify"], environment: environment)
            #expect(run.ending == .exited(code), "\(run.output)")
            #expect(run.output.contains(word) && !run.output.contains("hunter2"))
            #expect(run.output.split(separator: "\n").count == 1)
        }
    }
}
