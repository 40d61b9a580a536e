import RunningStack
import System
import Testing

extension EndToEndTests {
    /// ShortPulse on a PostgreSQL that somebody else runs, as Supabase does.
    @Suite
    struct HostedDatabaseTests {
        @Test func `three roles share the work behind a transaction pooler, over verified connections`() throws {
            let hosted = try HostedDatabase()
            for arguments in [["migrate"], ["migrate", "--roles"]] {
                let migration = try hosted.ingest(arguments)
                try #require(migration.ending == .exited(0), "\(migration.output)")
            }
            for way in [HostedDatabase.Way.reader, .writer] {
                let setting = try hosted.execute("ALTER ROLE \(way.role) PASSWORD '\(way.password)'")
                try #require(setting.ending == .exited(0), "\(setting.output)")
            }
            for arguments in [["sample"], ["status"], ["verify", "--dataset", "sample"], ["rebuild"]] {
                let run = try hosted.ingest(arguments, .writer)
                #expect(run.ending == .exited(0), "\(arguments): \(run.output)")
            }
            let page = try hosted.page("/reels/performance?limit=1", .reader)
            #expect(
                page.output.contains("Status: 200") && page.output.contains(#""dataset":"sample""#), "\(page.output)")
            let past = try hosted.page("/reels/performance?limit=1&as_of=2026-06-10T00:00:00Z", .reader)
            #expect(past.output.contains("Status: 200") && past.output.contains(#""items":[{"#), "\(past.output)")
            let refused = try hosted.ingest(["sample"], .reader)
            #expect(refused.ending == .exited(1) && refused.output.contains("permission denied"), "\(refused.output)")
            try examine(hosted)
            let stranger = try hosted.execute(
                "GRANT anon TO owner; SET ROLE anon; SELECT count(*) FROM shortpulse_sample.reels_raw_events")
            #expect(stranger.ending != .exited(0))
        }

        private func examine(_ hosted: HostedDatabase) throws {
            var (kept, direct) = (HostedDatabase.Way.writer, HostedDatabase.Way.writer)
            kept.name = "kept"
            direct.usesPooler = false
            for (way, pooler) in [
                (HostedDatabase.Way.writer, "one that shares servers between transactions"),
                (kept, "one that keeps a server for each connection"), (direct, "none"),
            ] {
                let doctor = try hosted.ingest(["doctor"], way)
                let lines = doctor.output.split(separator: "\n")
                #expect(lines.contains { $0.contains(" pooler ") && $0.contains(pooler) }, "\(doctor.output)")
                #expect(lines.contains("ok   encryption    the server's certificate and name were verified"))
                #expect(lines.contains { $0.contains("shortpulse_ingest reads and appends, and owns nothing") })
            }
            let reader = try hosted.ingest(["doctor"], .reader)
            #expect(reader.output.contains("shortpulse_web reads, as the responders do"), "\(reader.output)")
        }

        @Test func `whoever is not the server named in the address gets nothing`() throws {
            let hosted = try HostedDatabase()
            var (elsewhere, unknown) = (HostedDatabase.Way(), HostedDatabase.Way())
            elsewhere.host = "127.0.0.1"
            unknown.authority = "other"
            for (way, reason) in [(elsewhere, "does not match host name"), (unknown, "certificate verify failed")] {
                for usesPooler in [false, true] {
                    var way = way
                    way.usesPooler = usesPooler
                    let run = try hosted.ingest(["status"], way)
                    #expect(run.ending == .exited(69) && run.output.contains(reason), "\(run.output)")
                    #expect(!run.output.contains(way.password))
                }
            }
        }
    }
}
