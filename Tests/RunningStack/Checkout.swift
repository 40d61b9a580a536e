import FoundationEssentials
import System

/// A copy of what `scripts/run` needs of this checkout, without a developer's `.env` and data. It goes with its last user, and so
/// does all that a stack kept for it.
package final class Checkout: Sendable {
    /// The checkout that these tests are part of.
    package static let original = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    /// A file of it.
    package static func text(_ path: String) throws -> String {
        String(decoding: try File.read("\(original)/\(path)", limit: 1 << 22), as: UTF8.self)
    }

    package let path: String

    /// A copy that those whom the permission bits `mode` let in can enter.
    package init(mode: Int = 0o755) throws {
        path = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        let files = FileManager.default
        try files.createDirectory(atPath: path, withIntermediateDirectories: false)
        // FileManager would copy the owner as well, which only root may.
        let copying = try Program.run(
            "cp", ["-R"] + ["scripts", "nginx", "www"].map { "\(Self.original)/\($0)" } + [path])
        guard copying.ending == .exited(0) else { throw StackFailure(output: copying.output) }
        try files.createDirectory(atPath: "\(path)/.build/release", withIntermediateDirectories: true)
        for name in ["shortpulse-web", "shortpulse-ingest"] {
            try files.createSymbolicLink(
                atPath: "\(path)/.build/release/\(name)", withDestinationPath: "\(Self.original)/.build/release/\(name)"
            )
        }
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        if state != home { try? FileManager.default.removeItem(atPath: state) }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where `make run` keeps its lock and `env`.
    package var home: String { path + "/.shortpulse" }

    /// Where the servers keep what is theirs: elsewhere where they cannot get at `home`.
    package var state: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: home + "/state")) ?? home
    }
}
