import System

/// A run that nothing disturbed: what the others must come to.
package struct Reference: Sendable {
    package let dataset: RemoteDataset
    package let content: [String: [String]]
    package let steps: [String]

    package init(_ dataset: RemoteDataset, patience: Int = 2, in database: PrivateDatabase) throws {
        let trial = try Trial(dataset, patience: patience, in: database)
        let (ending, output) = try trial.run()
        guard ending == .exited(0) else { throw Failure("an undisturbed run ended as \(ending): \(output)") }
        content = try trial.ledger.content()
        let rejectedCount = content["ingestion_items"]?.count { $0.contains(#""outcome": "rejected""#) }
        let wrong = try trial.ledger.contradictions()
        guard wrong.isEmpty, try trial.ledger.items() == dataset.lines, try trial.ledger.views() == dataset.views,
            rejectedCount == dataset.rejectedCount, content["reels_latest_state"] == content["reels_raw_events"]
        else { throw Failure("an undisturbed run stored something else than it was given: \(wrong)") }
        self.dataset = dataset
        steps = trial.course.steps
    }

    /// Sentences about what a trial's schema holds instead of what it should.
    package func differences(in trial: Trial, besides ignored: Set<String> = []) throws -> [String] {
        let other = try trial.ledger.content()
        return content.keys.sorted().filter { !ignored.contains($0) }.compactMap { table in
            let (expected, found) = (content[table] ?? [], other[table] ?? [])
            guard expected != found else { return nil }
            let first = zip(expected, found).first { $0 != $1 }
            let rows = first.map { "; the first that differs is \($1) for \($0)" } ?? ""
            return "\(table) has \(found.count) rows for \(expected.count)\(rows)"
        }
    }
}
