import Scoring
import System

/// Keeps the newest snapshot of each data set on disk, by a thread of its own: nothing waits for the disk.
final class SnapshotArchive: Sendable {
    private struct State {
        var unwritten: [Dataset: SnapshotBuilder.Build] = [:]
        var isStopping = false
        /// What was logged last, so that a full disk is told once.
        var trouble: String?
    }

    /// What ends a write that is under way.
    private struct Stopped: Error {}

    private let files: [Dataset: SnapshotFile]
    private let report: @Sendable (String) -> Void
    private let state = Lock(State())
    private let thread = Lock(Thread?.none)

    init(_ files: [Dataset: SnapshotFile], report: @escaping @Sendable (String) -> Void) {
        self.files = files
        self.report = report
    }

    /// What is kept of `dataset`; nil where there is nothing, or nothing that can be trusted, which is logged.
    func read(_ dataset: Dataset, by builder: SnapshotBuilder) -> SnapshotBuilder.Build? {
        guard let file = files[dataset] else { return nil }
        do {
            return try file.read(by: builder)
        } catch let error as SnapshotFileError {
            report("the snapshot in \(file.path) is discarded: it \(error)")
        } catch {
            report("the kept snapshot is not used: \(error)")
        }
        return nil
    }

    /// Has `build` written soon, unless a newer one comes before.
    func keep(_ build: SnapshotBuilder.Build, of dataset: Dataset) {
        guard files[dataset] != nil else { return }
        state.withLock { $0.unwritten[dataset] = build }
    }

    /// Starts the thread that writes.
    func start() throws(SystemError) {
        guard !files.isEmpty else { return }
        let started = try Thread(name: "archive", stackSize: 1 << 20) { [self] in
            Thread.yieldPriority()
            while let (dataset, build) = next() { write(build, of: dataset) }
        }
        thread.withLock { $0 = started }
    }

    /// Writes here and now what is to be written.
    func writeAll() {
        while let (dataset, build) = state.withLock({ $0.unwritten.popFirst() }) { write(build, of: dataset) }
    }

    /// Ends it, and a write that is under way.
    func stop() {
        state.withLock { $0.isStopping = true }
        _ = thread.withLock { $0 }?.join(for: .milliseconds(200))
    }

    /// What is to be written next, once there is something; nil when it is to stop.
    private func next() -> (Dataset, SnapshotBuilder.Build)? {
        let found = state.wait { state -> (Dataset, SnapshotBuilder.Build)?? in
            if state.isStopping { return .some(nil) }
            return state.unwritten.popFirst().map { .some(($0.key, $0.value)) }
        }
        return found ?? nil
    }

    private func write(_ build: SnapshotBuilder.Build, of dataset: Dataset) {
        do {
            try files[dataset]?.write(build) { if state.withLock({ $0.isStopping }) { throw Stopped() } }
            state.withLock { $0.trouble = nil }
        } catch is Stopped {
            return
        } catch {
            tell("the snapshot is not kept on disk, and what is there grows old: \(error)")
        }
    }

    private func tell(_ text: String) {
        let isNews = state.withLock { state in
            defer { state.trouble = text }
            return state.trouble != text
        }
        if isNews { report(text) }
    }
}
