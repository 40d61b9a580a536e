import ApifyStandIn
import System
import Testing

struct OfficialClientTests {
    @Test("Apify's official Python client finds nothing wrong")
    func officialClient() throws {
        let standIn = try ApifyStandIn()
        standIn.host("made~up") { _ in
            var script = RunScript(DatasetItems(Self.items))
            script.runs = .questions(3)
            return script
        }
        let seen = try Self.run("official_client.py", standIn.url, standIn.token)
        #expect(seen == "content\n")
        #expect(standIn.startedRuns().count == 2)
    }

    private static let items = (0..<10).map { number in
        switch number {
        case 3: ##"{"n":3,"#hidden":{"n":1}}"##
        case 6: ##"{"#hidden":6}"##
        default: #"{"n":\#(number)}"#
        }
    }

    /// What a program of this folder says, with the client that `scripts/install-dependencies test` has installed.
    private static func run(_ program: String, _ arguments: String...) throws -> String {
        let checkout = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        let pipe = try FileDescriptor.pipe()
        let python = try ChildProcess(
            executable: "\(checkout)/.build/python/bin/python",
            arguments: ["-I", "\(checkout)/Tests/ApifyStandInTests/\(program)"] + arguments,
            descriptors: [1: pipe.writing.rawValue, 2: pipe.writing.rawValue])
        let said = try pipe.closingWriting().readAll(limit: 1 << 20)
        #expect(try python.wait() == .exited(0))
        return String(decoding: said, as: UTF8.self)
    }
}
