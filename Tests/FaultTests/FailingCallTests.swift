import System
import Testing
import Trials

extension FaultTests {
    /// A call of a library that fails at its n-th use: every n of a run with `SHORTPULSE_SOAK=1`, else some.
    @Suite(.sharedDatabases)
    struct FailingCallTests {
        /// What `shortpulse-ingest --help` tells of.
        private static let definedCodes: [Int32] = [0, 1, 64, 65, 66, 69, 75, 78]

        private let dataset = RemoteDataset(count: 60)

        @Test(arguments: [FailingCalls.Library.libpq, .libcurl])
        func `a run in which any call fails ends with a defined error, and the next one finishes it`(
            library: FailingCalls.Library
        ) throws {
            let calls = try FailingCalls(of: library)
            let recoveries = try recoveries(calls, some: 12, most: .max) { trial, disturbed in
                guard case .exited(let code) = disturbed.ending, Self.definedCodes.contains(code) else {
                    throw Failure("it ended as \(disturbed.ending): \(try disturbed.program.output)")
                }
                let said = try disturbed.program.output
                guard code == 0 || !said.isEmpty else { throw Failure("it said nothing") }
            }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "\(library), \(recovery)") }
            print("\(library.rawValue): \(recoveries.count) calls failed")
        }

        // A library that could not set itself up stays so, and the run waits its minute for the database wherever it needs it.
        @Test(.enabled(if: Lots.isSoak))
        func `a run in which an allocation fails may end at once, and the next one finishes it`() throws {
            let calls = try FailingCalls(of: .malloc)
            let recoveries = try recoveries(calls, some: 16, most: 400) { _, _ in }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "malloc, \(recovery)") }
            print("malloc: \(recoveries.count) calls failed")
        }

        @Test(arguments: FailingCalls.Library.allCases.filter { $0 != .libcurl })
        func `an import in which any call fails leaves nothing half done, and the same again brings the rest`(
            library: FailingCalls.Library
        ) throws {
            let calls = try FailingCalls(of: library)
            let (first, remaining) = (try #require(SharedDatabases.all.first), SharedDatabases.all)
            let reference = try ImportTrial(dataset, in: first)
            let (whole, report) = try reference.run(calls, failing: 0)
            #expect(whole.ending == .exited(0))
            let content = try reference.content()
            let lots = Lots.some(library == .malloc ? 8 : 16, of: try #require(report.count), most: 400)
            let complaints = try Workers.map(lots, with: remaining) { call, database in
                let trial = try ImportTrial(dataset, in: database)
                let (disturbed, report) = try trial.run(calls, failing: call)
                let what = "call \(call), \(report.failed ?? "never reached")"
                var complaints: [String] = []
                switch disturbed.ending {
                case .exited(let code) where Self.definedCodes.contains(code): break
                case .killed where library == .malloc: break
                default: complaints.append("\(what): ended as \(disturbed.ending): \(try disturbed.program.output)")
                }
                let again = try trial.again()
                if again.ending != .exited(0) { complaints.append("\(what): then \(again)") }
                if try trial.content() != content { complaints.append("\(what): something else was stored") }
                return complaints
            }
            for complaint in complaints.joined() { Issue.record("\(library), \(complaint)") }
            print("import, \(library.rawValue): \(complaints.count) calls failed")
        }

        private func recoveries(
            _ calls: FailingCalls, some: Int, most: Int,
            _ check: @escaping @Sendable (Trial, Trial.Disturbed) throws -> Void
        ) throws -> [Recovery] {
            let first = try #require(SharedDatabases.all.first)
            let reference = try Reference(dataset, in: first)
            let (_, report) = try calls.run(in: Trial(dataset, in: first), failing: 0)
            let count = try #require(report.count)
            return try Workers.map(Lots.some(some, of: count, most: most), with: SharedDatabases.all) {
                call, database in
                Recovery(fromStep: call, like: reference, in: database, mayFail: true) { trial in
                    let (disturbed, _) = try calls.run(in: trial, failing: call)
                    try check(trial, disturbed)
                    return disturbed
                }
            }
        }
    }
}
