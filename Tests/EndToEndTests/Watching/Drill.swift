import ApifyStandIn
import FoundationEssentials
import RunningStack
import System
import Testing

/// Faults, one after the other, and what a Prometheus says to each.
final class Drill {
    private let watched: WatchedStack
    private let prometheus: Prometheus
    private let database: Superuser
    /// The alerts that were to fire, and did.
    private(set) var fired: Set<String> = []
    /// The names of the measurements that were seen.
    private var told: Set<String> = []

    init(_ watched: WatchedStack) async throws {
        self.watched = watched
        prometheus = try await Prometheus.start(watching: watched.ports)
        database = try Superuser(of: watched.fed.stack)
    }

    /// Waits until the alert fires, and does `meanwhile` again and again.
    func expect(_ alert: String, within limit: Duration = .seconds(40), _ meanwhile: () throws -> Void = {})
        async throws
    {
        let hasFired = try await eventually(within: limit) {
            try meanwhile()
            return try prometheus.firing().contains(alert)
        }
        #expect(hasFired, "\(alert) does not fire")
        if hasFired { fired.insert(alert) }
    }

    /// Waits until no alert fires any more.
    func expectSilence() async throws {
        let isSilent = try await eventually(within: .seconds(40)) { try prometheus.firing().isEmpty }
        let firing = try prometheus.firing()
        #expect(isSilent, "\(firing)")
    }

    /// A run that fails, one that brings rubbish, one that costs too much, and one whose process is gone.
    func failIngestion() async throws {
        var failing = RunScript(.reels(0))
        failing.ending = .failed
        try await watched.run(failing)
        try await expect("ShortPulseIngestionFailed")
        var rubbish = RunScript(DatasetItems((1...2_000).map { #"{"note":\#($0)}"# }))
        rubbish.cost = 5
        try await watched.run(rubbish)
        try await expect("ShortPulseItemsRejected")
        try database.execute(
            """
            INSERT INTO shortpulse.ingestion_runs (id, source, feed, state, started_at, heartbeat_at, lease_host)
            VALUES ('00000000-0000-4000-8000-000000000001', 'apify', 'default', 'running', now() - interval '1 hour',
                now() - interval '20 minutes', 'a machine that is gone')
            """)
        try await expect("ShortPulseIngestionStuck")
        try note()
        try database.execute("DELETE FROM shortpulse.ingestion_runs WHERE lease_host = 'a machine that is gone'")
    }

    /// One responder three times, each time when the one before was seen.
    func killResponders() async throws {
        for kills in 1...3 {
            let youngest = try #require(try Processes.responders(of: watched.fed.stack.checkout).last)
            try Processes.kill([youngest])
            let isSeen = try await eventually(within: .seconds(30)) { try prometheus.restartsSeen() >= kills }
            #expect(isSeen)
        }
        try await expect("ShortPulseResponderRestarts")
        // Costs of runs are asked for once a minute.
        try await expect("ShortPulseCostRises", within: .seconds(100))
    }

    /// A database whose tables are not as expected, and one that does not answer.
    func loseDatabase() async throws {
        try database.execute("ALTER TABLE shortpulse.ingestion_runs RENAME TO aside")
        try await expect("ShortPulseSnapshotFails")
        try await expect("ShortPulseErrors") { _ = try watched.fed.stack.get("/ingest/runs") }
        try database.execute("ALTER TABLE shortpulse.aside RENAME TO ingestion_runs")
        let processes = try Processes.database(of: watched.fed.stack.checkout)
        try Processes.freeze(processes)
        defer { try? Processes.thaw(processes) }
        try await expect("ShortPulseDatabaseUnreachable")
        try leaveEarly()
        try note()
    }

    /// A request that never becomes one.
    private func leaveEarly() throws {
        let socket = "\(watched.fed.stack.checkout.state)/sockets/site/web-1.sock"
        let connection = try UnixSocket.connect(path: socket, timeout: .seconds(5))
        try connection.write([1, 1])
        try connection.finishWriting()
        _ = try connection.readAll(limit: 1)
    }

    /// Responders that stand still most of the time, and ones that do all of it.
    func freezeResponders() async throws {
        let responders = try Processes.responders(of: watched.fed.stack.checkout)
        defer { try? Processes.thaw(responders) }
        let path = "http://127.0.0.1:\(watched.fed.stack.port)/reels/performance"
        // More at once than both have threads, for long answers that nobody has kept: some are always being made.
        let load = try ChildProcess(
            executable: "/bin/bash",
            arguments: [
                "-c",
                """
                for reader in 1 2 3 4 5 6 7 8 9 10 11 12; do
                    while kill -0 $$ 2>/dev/null; do curl -s -o /dev/null "$0?limit=$((4000 + RANDOM % 1000))&min_views=$reader"; done &
                done
                wait
                """, path,
            ], environment: ["PATH": Environment.value("PATH") ?? ""])
        defer {
            try? load.send(.kill)
            _ = try? load.wait()
        }
        try await expect("ShortPulseSlow", within: .seconds(60)) {
            try Processes.freeze(responders)
            Thread.pause(for: .milliseconds(800))
            try Processes.thaw(responders)
            Thread.pause(for: .milliseconds(2))
        }
        try Processes.freeze(responders)
        try await expect("ShortPulseResponderDown")
        try await expect("ShortPulseDown")
    }

    /// Remembers what is told now.
    private func note() throws {
        for text in try watched.metrics() {
            told.formUnion(
                text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map {
                    String($0.split(separator: " ")[2])
                })
        }
    }

    /// Whether every measurement that these files name was told.
    func checkNames(in files: [String]) throws {
        let text = try files.map(Checkout.text).joined()
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        let named = words.filter { $0.hasPrefix("shortpulse_") || $0.hasPrefix("process_") }
        #expect(named.count > 20)
        for name in Set(named) {
            let family = name.hasSuffix("_bucket") ? String(name.dropLast("_bucket".count)) : name
            #expect(told.contains(family), "nobody tells \(name)")
        }
    }
}

/// Times as Apify writes them.
enum HostedTime {
    static func hoursAgo(_ hours: Int) -> String {
        Date.now.addingTimeInterval(-3_600 * Double(hours))
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
