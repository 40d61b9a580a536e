import FastCGI
import Metrics
import Postgres
import Scoring
import Snapshots
import Storage
import System

/// What this process counts beside its site's requests, and tells in `/metrics`.
final class Watch: Sendable {
    /// An error of the database, in as many words as there may be series of numbers.
    private struct ErrorKind: Hashable {
        let kind: String
        let sqlState: String
    }

    let refusals = RefusalLog()
    private let databaseErrors = Tally<ErrorKind>()

    /// Counts an error of the database.
    func note(_ error: any Error) {
        databaseErrors.note(Self.kind(of: error))
    }

    private static func kind(of error: any Error) -> ErrorKind {
        switch error {
        case let error as PostgresError:
            switch error.code {
            case .badAddress: ErrorKind(kind: "bad_address", sqlState: "")
            case .unreachable: ErrorKind(kind: "unreachable", sqlState: "")
            case .timedOut: ErrorKind(kind: "timed_out", sqlState: "")
            case .refused(let sqlState): ErrorKind(kind: "refused", sqlState: sqlState)
            case .unexpectedAnswer: ErrorKind(kind: "unexpected_answer", sqlState: "")
            }
        case is StorageError: ErrorKind(kind: "wrong_schema", sqlState: "")
        default: ErrorKind(kind: "other", sqlState: "")
        }
    }

    /// Adds what was counted, how the keeper of the snapshots is doing, and what the process uses.
    func tell(_ keeper: SnapshotKeeper, in text: inout MetricsText) {
        text.snapshotLoads(keeper.figures)
        text.family("shortpulse_database_errors_total", .counter, "Errors of the database, by kind.") { samples in
            let counts = databaseErrors.snapshot.map { ($0.key.kind, $0.key.sqlState, Double($0.value)) }
            for (kind, sqlState, count) in counts.sorted(by: <) {
                samples.add(count, [("kind", kind), ("sqlstate", sqlState)])
            }
        }
        text.family(
            "shortpulse_requests_refused_total", .counter, "Requests that went wrong on their way."
        ) { samples in
            let counts = refusals.counts.snapshot.map { ($0.key.name, Double($0.value)) }
            for (name, count) in counts.sorted(by: <) { samples.add(count, [("reason", name)]) }
        }
        text.process(ProcessUsage.now())
    }
}

extension MetricsText {
    fileprivate mutating func snapshotLoads(_ figures: KeeperFigures) {
        single(
            "shortpulse_database_up", .gauge, "Whether the database answered when it was last looked at.",
            figures.databaseAnswers.map { $0 ? 1 : 0 })
        let loads = figures.loads.sorted { $0.key.rawValue < $1.key.rawValue }
        family("shortpulse_snapshot_loads_total", .counter, "How often a data set was loaded anew.") { samples in
            for (dataset, loads) in loads { samples.add(Double(loads.count), [("dataset", dataset.rawValue)]) }
        }
        family("shortpulse_snapshot_load_failures_total", .counter, "How often that failed.") { samples in
            for (dataset, loads) in loads { samples.add(Double(loads.failures), [("dataset", dataset.rawValue)]) }
        }
        family("shortpulse_snapshot_load_seconds", .gauge, "How long the last load took, with scoring.") { samples in
            for (dataset, loads) in loads {
                if let seconds = loads.lastSeconds { samples.add(seconds, [("dataset", dataset.rawValue)]) }
            }
        }
    }
}

extension Refusal {
    /// For a label.
    fileprivate var name: String {
        switch self {
        case .incompleteParameters: "incomplete_parameters"
        case .incompleteBody: "incomplete_body"
        case .bodyTooLarge: "body_too_large"
        case .unsafeAnswer: "unsafe_answer"
        case .abandonedRequest: "abandoned_request"
        case .abandonedAnswer: "abandoned_answer"
        }
    }
}
