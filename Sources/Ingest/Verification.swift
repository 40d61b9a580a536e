public import Postgres
public import Reels
import Scoring
public import Storage

/// Every score of a data set computed twice, by Scoring and by PostgreSQL, and compared.
public struct Verification: Sendable {
    /// Doubles of the same formula in another order of operations differ by some units in the last place, some 1e-16 of
    /// themselves; this is far above that, and below one view in a billion.
    static let tolerance = 1e-12

    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Compares all cohorts as of `instant`; or those of the present, from the latest state. PostgreSQL
    /// computes both from the observations, and everything is read at one point in time.
    ///
    /// - Parameter tell: is given each finding as soon as it is there; a million reels take a while.
    /// - Throws: `MonthsDetached` where some of the observations that `instant` takes were detached.
    /// - Returns: the findings of each platform that was ever seen, the shortest window first.
    @discardableResult
    public func findings(
        asOf instant: Instant?, _ connection: borrowing Connection, tell: (Finding) -> Void = { _ in }
    ) throws -> [Finding] {
        let loader = StateLoader(schema: schema)
        return try loader.atOnePointInTime(connection) { connection in
            if let instant { try EventMonths(schema: schema).requireAnswerable([instant], connection) }
            var findings: [Finding] = []
            let clocks = try CohortVerifier(schema: schema).clocks(connection)
            // One platform after the other, so that no two are in memory.
            for (platform, clock) in clocks.sorted(by: { $0.key < $1.key }) {
                let states =
                    try instant.map { try loader.states(asOf: [platform: $0], connection) }
                    ?? loader.latest([platform: clock], connection)
                for cohort in states.flatMap(Cohort.ofEveryWindow).sorted(by: { $0.window.days < $1.window.days }) {
                    let finding = try compare(cohort, connection)
                    tell(finding)
                    findings.append(finding)
                }
            }
            return findings
        }
    }

    /// One cohort from both sides.
    private func compare(_ cohort: Cohort, _ connection: borrowing Connection) throws -> Finding {
        var comparison = Comparison(of: cohort)
        try CohortVerifier(schema: schema).read(cohort, connection) { comparison.add($0) }
        return comparison.finding()
    }
}
