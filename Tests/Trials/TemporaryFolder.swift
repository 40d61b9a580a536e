import FoundationEssentials
import System

/// A folder of a trial's own, with a path that is short enough for a socket in it; gone with its owner.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? FileManager.default.removeItem(atPath: path)
    }
}
