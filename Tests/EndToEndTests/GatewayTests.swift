import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// The responder as a web server starts it for one request (CGI).
    @Suite(.sharedStack())
    struct GatewayTests {
        let stack: Stack

        init() throws {
            stack = try #require(Stack.shared)
        }

        @Test
        func `one request is answered as the responders do, and what was loaded for it is kept for the next`() throws {
            let folder = "\(stack.checkout.path)/kept"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let list = try stack.get("/reels/performance").text
            for _ in 1...2 {
                #expect(try answer("/reels/performance", state: folder) == list)
                #expect(FileManager.default.fileExists(atPath: "\(folder)/shortpulse_sample.snapshot"))
            }
            try File.write(Array("no snapshot".utf8), to: "\(folder)/shortpulse_sample.snapshot")
            #expect(try answer("/reels/performance", state: folder) == list)
            #expect(try File.read("\(folder)/shortpulse_sample.snapshot", limit: 1 << 20).count > 1_000)
        }

        /// The body of a 200.
        private func answer(_ path: String, state folder: String) throws -> String {
            let command = """
                set -a; . '\(stack.checkout.home)/env'; exec '\(stack.checkout.path)/.build/release/shortpulse-web' 2>/dev/null
                """
            let run = try Program.run(
                "/bin/sh", ["-c", command],
                environment: [
                    "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "REQUEST_URI": path, "DOCUMENT_URI": path,
                    "QUERY_STRING": "", "SHORTPULSE_STATE": folder,
                ])
            try #require(run.ending == .exited(0) && run.output.hasPrefix("Status: 200 "), "\(run.output.prefix(300))")
            let head = try #require(run.output.firstRange(of: "\r\n\r\n"))
            return String(run.output[head.upperBound...])
        }
    }
}
