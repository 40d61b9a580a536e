import Postgres
import System
import Testing
import Trials

extension FaultTests {
    /// Programs under conditions that they did not choose: another clock or time zone, few descriptors, little memory, and a schema
    /// of another version.
    @Suite(.sharedDatabases)
    struct ConditionTests {
        private let dataset = RemoteDataset(count: 600)
        private let database: PrivateDatabase

        init() throws {
            database = try #require(SharedDatabases.all.first)
        }

        @Test(arguments: [
            ["/usr/bin/faketime", "-f", "+365d"], ["/usr/bin/faketime", "-f", "-365d"],
            ["/usr/bin/env", "TZ=America/New_York"], ["/usr/bin/env", "TZ=Pacific/Apia"],
            ["/usr/bin/faketime", "2027-03-14 01:59:59", "/usr/bin/env", "TZ=America/New_York"],
            ["/usr/bin/prlimit", "--core=0"],
        ])
        func `an import under another clock, zone or core limit stores the same`(wrapper: [String]) throws {
            let reference = try ImportTrial(dataset, in: database)
            #expect(try reference.again().ending == .exited(0))
            let trial = try ImportTrial(dataset, in: database)
            let run = try trial.run(under: wrapper)
            #expect(run.ending == .exited(0), "\(run.output)")
            #expect(try trial.content() == reference.content())
        }

        @Test
        func `a sighting that lies in the future of the clock is refused, and comes in once the clock is right`() throws
        {
            let trial = try ImportTrial(dataset, in: database)
            let early = try trial.run(under: ["/usr/bin/faketime", "2023-01-01 00:00:00"])
            #expect(early.ending == .exited(64), "\(early.output)")
            #expect(early.output.contains("lies in the future"))
            #expect(try trial.trial.ledger.states() == [])
            #expect(try trial.again().ending == .exited(0))
            #expect(try trial.trial.ledger.contradictions() == [])
        }

        @Test(arguments: [
            "--nofile=3", "--nofile=4", "--nofile=5", "--nofile=6", "--nofile=7", "--nofile=8", "--as=60000000",
            "--as=80000000", "--as=100000000", "--as=120000000", "--as=160000000",
        ])
        func `an import that is short of descriptors or memory stores all or nothing`(limit: String) throws {
            let reference = try ImportTrial(dataset, in: database)
            #expect(try reference.again().ending == .exited(0))
            let trial = try ImportTrial(dataset, in: database)
            let short = try trial.run(under: ["/usr/bin/prlimit", limit])
            let count = try trial.trial.ledger.views().count
            #expect(count == (short.ending == .exited(0) ? dataset.views.count : 0), "\(short)")
            if limit.hasPrefix("--nofile") {
                guard case .exited(let code) = short.ending else {
                    Issue.record("\(short)")
                    return
                }
                // 127 is the loader's, which could not open a library.
                #expect([0, 1, 66, 69, 127].contains(code), "\(short)")
            }
            #expect(try trial.again().ending == .exited(0))
            #expect(try trial.content() == reference.content())
        }

        @Test
        func `a program refuses a newer schema, and an older one, with what mends it`() throws {
            let trial = try ImportTrial(dataset, in: database)
            let schema = trial.trial.ledger.schema
            let connection = try Connection(to: database.address, applicationName: "shortpulse-tests")
            let list = "\"\(schema)\".schema_migrations"
            try connection.executeScript(
                Query(unescaped: "INSERT INTO \(list) (version, name, checksum) VALUES (999, 'of_next_year', '')"))
            let ahead = try trial.again()
            #expect(ahead.ending == .exited(1) && ahead.output.contains("install the newer program"), "\(ahead)")
            try connection.executeScript(Query(unescaped: "DELETE FROM \(list) WHERE version > 1"))
            let behind = try trial.again()
            #expect(behind.ending == .exited(1) && behind.output.contains("run shortpulse-ingest migrate"), "\(behind)")
            #expect(try trial.trial.ledger.states() == [])
        }
    }
}
