import Storage
import System

/// Shows, while a run is worked on, that its process is alive: a thread with a connection of its own, since the run's is busy.
final class Heartbeat: Sendable {
    private let isStopping = Lock(false)
    private let thread: Thread

    /// A run that has not been heard of for a minute counts as dead; a few beats may be lost.
    private static let interval = Duration.seconds(10)

    /// Beats for `runID` until it is stopped.
    init(of runID: String, database: Database, schema: Schema) throws(SystemError) {
        thread = try Thread(name: "heartbeat") { [isStopping] in
            while isStopping.wait(for: Self.interval, until: { $0 ? true : nil }) == nil {
                // A beat that is lost is made up for by the next; the run finds out at its end whether it was taken for dead.
                guard let connection = try? database.connect() else { continue }
                try? RunStore(schema: schema).beat(runID: runID, lease: .ofThisProcess, connection)
            }
        }
    }

    deinit {
        isStopping.withLock { $0 = true }
    }
}
