import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// The pages in a real Chromium, by the programs in the folder browser.
    @Suite(.sharedStack(["SHORTPULSE_OPERATOR_TOKEN": "a token for tests"]))
    struct BrowserTests {
        /// Shows the sample, and changes for nobody.
        let sample: Stack

        init() throws {
            sample = try #require(Stack.shared)
        }

        @Test
        func `every page and state holds in a browser, scripted or not, at every width`() async throws {
            try await Stack.with(in: Checkout()) { live in
                let suite = try Program.run(
                    "\(Checkout.original)/.build/python/bin/python",
                    [
                        "-I", "-B", "-m", "pytest", "-q", "-rf", "--no-header", "--tb=short", "-p", "no:cacheprovider",
                        "\(Checkout.original)/Tests/EndToEndTests/browser",
                    ],
                    environment: [
                        "SITE": sample.address(""), "LIVE": live.address(""),
                        "INGEST": live.ingestCommand, "COLUMNS": "400", "HOME": live.checkout.path,
                    ])
                for line in suite.output.split(separator: "\n") where line.hasPrefix("FAILED ") {
                    Issue.record("\(line.dropFirst(7))")
                }
                #expect(suite.ending == .exited(0), "\(suite.output)")
                // Figures that a reader of the log may want.
                for line in suite.output.split(separator: "\n") where line.hasPrefix("measured: ") { print(line) }
            }
        }
    }
}
