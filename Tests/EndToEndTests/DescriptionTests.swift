import RunningStack
import System
import Testing

extension EndToEndTests {
    /// What the site says of its API, held against what it does.
    @Suite(.sharedStack(["SHORTPULSE_OPERATOR_TOKEN": "a token for tests"]))
    struct DescriptionTests {
        private let stack: Stack

        init() throws {
            stack = try #require(Stack.shared)
        }

        @Test
        func `requests made from the description get the answers that it describes`() throws {
            let run = try Program.run(
                "\(Checkout.original)/.build/python/bin/schemathesis",
                [
                    "run", stack.address("/openapi.json"), "--max-examples", "40", "--seed", "1", "--no-color",
                    "--phases", "examples,coverage,fuzzing",
                ],
                environment: [
                    "SCHEMATHESIS_HOOKS": "hooks", "HOME": stack.checkout.path,
                    "PYTHONPATH": "\(Checkout.original)/Tests/EndToEndTests/description",
                    "PYTHONDONTWRITEBYTECODE": "1",
                ])
            #expect(run.ending == .exited(0), "\(run.output)")
            for line in run.output.split(separator: "\n") where line.contains("generated") {
                print("schemathesis: \(line)")
            }
        }
    }
}
