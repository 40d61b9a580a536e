import Apify
import LoopbackServer
import System
import Testing

@Suite struct `A bomb in place of a page` {
    @Test func `is refused, and fills no memory`() async {
        // In a process of its own, where nothing else takes memory.
        await #expect(processExitsWith: .success) {
            let bomb = ClientScript.page(
                Bomb.gzip(byteCount: 1 << 30), total: 250, count: 250, headers: ["Content-Encoding: gzip"])
            var first = try ClientScript(bomb)
            let refusal = try #require(first.page(limit: 2).failure)
            #expect(refusal.description.contains("the page is longer than the 1048593 bytes"))
            #expect(first.asked.count == 9)

            var second = try ClientScript(bomb, ClientScript.error("404 Not Found"))
            let before = try Memory.residentBytes()
            #expect(second.page(limit: 250).failure?.isNotFound == true)
            let growth = try Memory.peakResidentBytes() - before
            #expect(second.asked.count == 2)
            #expect(growth < 32 << 20, "grew by \(growth) bytes")
        }
    }
}

/// A gzip stream of zeros with neither end nor checksum, made without having them in memory.
private enum Bomb {
    /// One literal zero, then matches of 258 zeros each, in the fixed code of deflate (RFC 1951, 3.2.6). Eight matches,
    /// of 13 bits each, take whole bytes.
    static func gzip(byteCount: Int) -> [UInt8] {
        let literal = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]
        let match = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]
        // The literal's bits shift those of the matches: the pattern starts anew after 8 of them all the same.
        let bits = literal + Array(repeating: match, count: 16).flatMap { $0 }
        let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reversed().reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var stream = header + bytes[..<2]
        let pattern = bytes[2..<15]
        let repetitions = byteCount / (8 * 258)
        stream.reserveCapacity(stream.count + repetitions * pattern.count)
        for _ in 0..<repetitions { stream += pattern }
        return stream
    }
}

/// What the kernel says of this process's memory.
private enum Memory {
    static func residentBytes() throws -> Int { try bytes(of: "VmRSS:") }

    static func peakResidentBytes() throws -> Int { try bytes(of: "VmHWM:") }

    private static func bytes(of name: String) throws -> Int {
        let status = String(decoding: try File.read("/proc/self/status", limit: 1 << 16), as: UTF8.self)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name) })
        let kibibytes = line.split { $0 == " " || $0 == "\t" }.dropFirst().first
        return try #require(kibibytes.flatMap { Int($0) }) << 10
    }
}
