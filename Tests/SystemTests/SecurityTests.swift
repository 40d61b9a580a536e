import Glibc
import System
import Testing

struct SecurityTests {
    @Test func `random bytes are as many as asked for, and differ`() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(32).count == 32)
        #expect(SecureRandom.bytes(32) != SecureRandom.bytes(32))
    }

    @Test func `a UUID has its form, version and variant`() {
        for _ in 0..<100 {
            let text = SecureRandom.uuid()
            let parts = text.split(separator: "-")
            #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
            #expect(text.allSatisfy { "0123456789abcdef-".contains($0) })
            #expect(parts[2].first == "4")
            #expect(parts[3].first.map { "89ab".contains($0) } == true)
        }
        #expect(Set((0..<1_000).map { _ in SecureRandom.uuid() }).count == 1_000)
    }

    @Test(arguments: [
        ("", "", true), ("secret", "secret", true), ("secret", "secres", false), ("secret", "secre", false),
        ("secret", "", false), ("", "x", false), ("\0", "\0\0", false),
    ])
    func `equality of secrets is that of their bytes`(secret: String, guess: String, expected: Bool) {
        #expect(ConstantTime.equal(Array(secret.utf8), Array(guess.utf8)) == expected)
    }

    @Test func `core dumps are switched off for good`() throws {
        try ResourceLimits.disableCoreDumps()
        try ResourceLimits.disableCoreDumps()
        let limits = String(decoding: try File.read("/proc/self/limits", limit: 1 << 16), as: UTF8.self)
        let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
        let values = line.split(separator: " ").dropFirst(4).prefix(2)
        #expect(values.allSatisfy { $0 == "0" || $0 == "1" })
    }
}
