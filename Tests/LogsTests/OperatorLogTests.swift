import FoundationEssentials
import Logs
import Reels
import System
import Testing

@Suite struct OperatorLogTests {
    @Test func `as JSON each line is one object with time, level, program, process and message`() throws {
        let lines = Lock([String]())
        let log = OperatorLog(program: "shortpulse-web", isJSON: true) { line in lines.withLock { $0.append(line) } }
        log.trouble("a \"quoted\" line\nand {another} \u{7} 💥")
        log.notice("well")
        let written = lines.withLock { $0 }
        #expect(written.count == 2 && written.allSatisfy { $0.hasSuffix("\n") && $0.filter { $0 == "\n" }.count == 1 })
        let first = try JSONDecoder().decode([String: String].self, from: Data(written[0].utf8))
        #expect(Set(first.keys) == ["time", "level", "program", "pid", "message"])
        #expect(first["message"] == "a \"quoted\" line\nand {another} \u{7} 💥")
        #expect(first["level"] == "warning" && first["program"] == "shortpulse-web")
        #expect(first["pid"] == "\(CurrentProcess.identifier)")
        #expect(Instant(iso8601: try #require(first["time"])) != nil)
        let second = try JSONDecoder().decode([String: String].self, from: Data(written[1].utf8))
        #expect(second["level"] == "notice")
    }

    @Test func `a line that is written for a request carries its name, and no other line does`() throws {
        let lines = Lock([String]())
        let log = OperatorLog(program: "shortpulse-web", isJSON: true) { line in lines.withLock { $0.append(line) } }
        OperatorLog.$requestID.withValue("c0ffee") { log.trouble("in it") }
        log.trouble("after it")
        let written = lines.withLock { $0 }
        #expect(written[0].contains(#""request_id":"c0ffee""#))
        #expect(!written[1].contains("request_id"))
    }
}
