import Settings
import System

/// Whether the machine has room. What the database takes is the database's machine's business.
struct MachineDoctor {
    private let installation: Installation

    private static let leastFree: UInt64 = 512 << 20

    init(_ installation: Installation) {
        self.installation = installation
    }

    var findings: [Finding] {
        let places = Set([installation.settings.stateFolder ?? "/var/lib/shortpulse", "/var/lib/postgresql", "/"])
        return places.sorted().compactMap(room)
    }

    private func room(at path: String) -> Finding? {
        do {
            let system = try FileSystem(of: path)
            let text = "\(system.freeBytes >> 20) MiB free at \(path)"
            guard system.freeBytes < Self.leastFree else { return .good("disk", text) }
            return .bad("disk", text, remedy: "make room: a full disk stops the database, and every run with it")
        } catch {
            return error.isNotFound ? nil : .unknown("disk", "\(error)")
        }
    }
}
