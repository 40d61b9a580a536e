import FoundationEssentials
import RunningStack
import System
import Testing

/// What `scripts/install` makes, in a folder that goes with it.
final class InstalledTree: Sendable {
    let folder: String
    private let systemUnits: String

    /// Under `prefix` within the folder, as for a package; without one the folder itself is the prefix.
    init(prefix: String? = nil) throws {
        folder = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        systemUnits = "\(folder)\(prefix ?? "")/lib/systemd/system"
        let environment = prefix.map { ["DESTDIR": folder, "PREFIX": $0] } ?? ["PREFIX": folder]
        let install = try Program.run("\(Checkout.original)/scripts/install", environment: environment)
        try #require(install.ending == .exited(0), "\(install.output)")
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? FileManager.default.removeItem(atPath: folder)
    }

    func unit(_ name: String) -> String { "\(systemUnits)/\(name)" }

    func units() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: systemUnits).map(unit)
    }
}
