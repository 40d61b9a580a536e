import FoundationEssentials
import System

/// A folder of its owner's own, gone with it.
final class TemporaryFolder: Sendable {
    let path = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"

    init() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? FileManager.default.removeItem(atPath: path)
    }
}
