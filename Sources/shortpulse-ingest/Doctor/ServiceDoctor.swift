import Settings
import System

/// Whether somebody listens on the sockets, and systemd has what it should have.
struct ServiceDoctor {
    private let installation: Installation

    /// Where an installation's sockets are.
    private static let installedSockets = "/run/shortpulse"

    init(_ installation: Installation) {
        self.installation = installation
    }

    var findings: [Finding] {
        sockets + services
    }

    private var folder: String {
        guard let path = installation.settings.listenSocketPath, let end = path.lastIndex(of: "/") else {
            return Self.installedSockets
        }
        return String(path[..<end])
    }

    private var sockets: [Finding] {
        ["web-1", "web-2", "listen"].map { name in
            let path = "\(folder)/\(name).sock"
            let unit = name == "listen" ? "ingest.socket" : "web@\(name.suffix(1))"
            do throws(SystemError) {
                _ = try UnixSocket.connect(path: path, timeout: .seconds(2))
                return .good("sockets", "somebody listens on \(path)")
            } catch {
                return .bad("sockets", "\(error)", remedy: "systemctl enable --now shortpulse-\(unit)")
            }
        }
    }

    private var services: [Finding] {
        // Without systemd as the first process nothing is its business: in a container, or beside `make run`.
        guard (try? FileSystem(of: "/run/systemd/system")) != nil else {
            return [.unknown("services", "systemd does not run this machine: nginx and the timer were not looked for")]
        }
        return [
            service(
                "nginx", "nginx.service", remedy: "systemctl enable --now nginx; nginx -t says what it does not like"),
            service(
                "timer", "shortpulse-ingest.timer", remedy: "systemctl enable --now shortpulse-ingest.timer"),
        ]
    }

    private func service(_ subject: String, _ unit: String, remedy: String) -> Finding {
        do {
            let asking = try ChildProcess(
                executable: "/usr/bin/systemctl", arguments: ["is-active", "--quiet", unit])
            guard try asking.wait() == .exited(0) else { return .bad(subject, "\(unit) is not active", remedy: remedy) }
            return .good(subject, "\(unit) is active")
        } catch {
            return .unknown(subject, "\(error)")
        }
    }
}
