import FoundationEssentials
import RunningStack
import System

/// Looks for secrets in files: as they are, in the usual disguises, and cut to a part.
final class SecretSearch: Sendable {
    /// What a test sees and no file holds is put here.
    let evidence: String
    private let folder: String
    private let patterns: String

    /// A secret is looked for in parts of so many characters, so that it is found where it was shortened. By chance so
    /// many are met nowhere.
    private static let partLength = 12

    init(for secrets: [String]) throws {
        folder = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        evidence = "\(folder)/evidence"
        patterns = "\(folder)/patterns"
        try FileManager.default.createDirectory(atPath: evidence, withIntermediateDirectories: true)
        let lines = secrets.flatMap(Self.parts).flatMap(Self.disguises)
        try File.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: patterns, mode: 0o600)
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A secret of 48 letters and digits, which no escaping changes.
    static func madeUpSecret() -> String {
        let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<48).map { _ in characters[Int.random(in: characters.indices)] })
    }

    /// Puts `text` among the evidence.
    func note(_ name: String, _ text: String) throws {
        try File.write(Array(text.utf8), to: "\(evidence)/\(name)")
    }

    /// The files in `folders` and below that hold a secret, sorted.
    func findings(in folders: [String]) throws -> [String] {
        // The patterns are in a file since arguments are seen by everybody.
        let search = try Program.run(
            "grep",
            ["--recursive", "--text", "--files-with-matches", "--fixed-strings", "--file=\(patterns)"] + folders)
        guard search.ending == .exited(0) || search.ending == .exited(1) && search.output.isEmpty else {
            throw StackFailure(output: search.output)
        }
        return Set(search.output.split(separator: "\n").map(String.init)).sorted()
    }

    private static func parts(of secret: String) -> [String] {
        let characters = Array(secret)
        return stride(from: 0, through: characters.count - partLength, by: partLength).map { start in
            String(characters[start..<start + partLength])
        }
    }

    /// As it is; as hexadecimal digits, which is how PostgreSQL writes bytes; and in base 64, where what is before and
    /// behind decides how it begins and ends.
    private static func disguises(of part: String) -> [String] {
        let hexadecimal = Hexadecimal.text(part.utf8)
        let base64 = (0..<3).map { count in
            let text = Data([UInt8](repeating: 0, count: count) + Array(part.utf8)).base64EncodedString()
            return String(text.dropFirst(4).dropLast(4))
        }
        return [part, part.lowercased(), hexadecimal, hexadecimal.uppercased()] + base64
    }
}
