import FoundationEssentials
import HTTPClient
import RunningStack
import System
import Testing

/// A Prometheus that watches one stack by the alert rules of the project. How long a rule waits before it fires is left out, and
/// nothing else.
final class Prometheus: Sendable {
    private let folder: String
    private let port: Int
    private let process: ChildProcess

    /// Starts one for the responders whose measurements are at these ports, and waits until it has seen all of them.
    static func start(watching ports: [Int]) async throws -> Prometheus {
        let prometheus = try Prometheus(ports)
        let isWatching = try await eventually(within: .seconds(30)) {
            // Until it listens nobody answers.
            (try? prometheus.seen()) == ports.count
        }
        try #require(isWatching)
        return prometheus
    }

    private init(_ ports: [Int]) throws {
        folder = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        port = try FreePort.next()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try File.write(Array(try Self.rules().utf8), to: "\(folder)/alerts.yml")
        let targets = ports.map { "\"127.0.0.1:\($0)\"" }.joined(separator: ", ")
        let settings = """
            global: {scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 500ms}
            scrape_configs:
              - job_name: shortpulse
                static_configs: [{targets: [\(targets)]}]
            rule_files: [alerts.yml]
            """
        try File.write(Array(settings.utf8), to: "\(folder)/prometheus.yml")
        process = try ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c", "exec prometheus \"$@\" >\"$0\" 2>&1", "\(folder)/log", "--config.file=\(folder)/prometheus.yml",
                "--storage.tsdb.path=\(folder)/data", "--web.listen-address=127.0.0.1:\(port)",
            ], environment: ["PATH": Environment.value("PATH") ?? ""])
    }

    deinit {
        // It holds nothing that anybody will want.
        try? process.send(.kill)
        _ = try? process.wait()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func rules() throws -> String {
        try Checkout.text("monitoring/alerts.yml").split(separator: "\n")
            .filter { !$0.drop { $0 == " " }.hasPrefix("for: ") }.joined(separator: "\n") + "\n"
    }

    /// The names of the alerts that fire.
    func firing() throws -> Set<String> {
        struct Alerts: Decodable {
            struct Alert: Decodable {
                let labels: [String: String]
                let state: String
            }
            let alerts: [Alert]
        }
        let alerts = try ask("alerts", Alerts.self).alerts
        return Set(alerts.filter { $0.state == "firing" }.compactMap { $0.labels["alertname"] })
    }

    /// How often, at most, it has seen one responder started anew.
    func restartsSeen() throws -> Int {
        struct Query: Decodable {
            struct Sample: Decodable {
                let value: [TextOrNumber]
            }
            let result: [Sample]
        }
        let query = "query?query=max(changes(process_start_time_seconds%5B15m%5D))"
        return try ask(query, Query.self).result.first?.value.last.flatMap { Int($0.text) } ?? 0
    }

    /// How many responders it has read measurements of.
    private func seen() throws -> Int {
        struct Targets: Decodable {
            struct Target: Decodable {
                let health: String
            }
            let activeTargets: [Target]
        }
        return try ask("targets", Targets.self).activeTargets.count { $0.health == "up" }
    }

    private func ask<Answer: Decodable>(_ path: String, _ type: Answer.Type) throws -> Answer {
        return try SiteAnswer.of("http://127.0.0.1:\(port)/api/v1/\(path)").json(Envelope<Answer>.self).data
    }
}

/// What every answer of its API is wrapped in.
private struct Envelope<Answer: Decodable>: Decodable {
    let data: Answer
}

/// A time, or a value, of a sample.
private struct TextOrNumber: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try (try? container.decode(String.self)) ?? "\(container.decode(Double.self))"
    }
}
