import FoundationEssentials
import HTTPClient
import Postgres
import RunningStack
import System
import Testing
import Trials

extension FaultTests {
    /// A running site under conditions that it did not choose: no descriptors, little memory, another clock, a schema of another
    /// version.
    @Suite
    struct SiteConditionTests {
        @Test
        func `responders without a free descriptor give an excuse, and answers again once they have one`() async throws
        {
            try await WatchedSite.with { site in
                let responders = try Processes.responders(of: site.stack.checkout)
                let limits = responders.map { Limits(of: $0) }
                // What is open stays.
                for limits in limits { try limits.allow(descriptors: 3) }
                // A thread that waits for a connection has a descriptor for it already: there are two times four.
                for limit in 11...18 { _ = try site.stack.get("/reels/performance?limit=\(limit)") }
                let short = try (21...23).map { try site.stack.get("/reels/performance?limit=\($0)").status }
                #expect(short.allSatisfy { [502, 503, 504].contains($0) }, "\(short)")
                for limits in limits { try limits.allow(descriptors: 1_024) }
                #expect(try await site.shows(site.feed.views(1)))
                #expect(try site.stack.ingest(site.feed.arguments(2)).ending == .exited(0))
                #expect(try await site.shows(site.feed.views(2)))
            }
        }

        @Test
        func `responders that get no more memory show what comes in later all the same`() async throws {
            try await WatchedSite.with { site in
                for responder in try Processes.responders(of: site.stack.checkout) {
                    let limits = Limits(of: responder)
                    try limits.allow(addresses: limits.addresses + 1 << 20)
                }
                #expect(try site.stack.ingest(site.feed.arguments(2)).ending == .exited(0))
                #expect(try await site.shows(site.feed.views(2)))
                let isWhole = try await eventually(within: .seconds(10)) {
                    let answer = try site.stack.get("/reels/performance?limit=999")
                    return answer.text.split(separator: "\"views\":").count - 1 == site.feed.reels
                }
                #expect(isWhole)
            }
        }

        @Test
        func `a clock that jumps by a year, and back, moves no window and keeps no answer for longer`() async throws {
            let clock = try ChangingClock()
            try await WatchedSite.with(settings: clock.settings, configuration: clock.configuration) { site in
                let today = try month(of: site)
                let list = try site.stack.get("/reels/performance?limit=500").text
                for (sighting, offset) in [(2, "+365d"), (3, "-365d"), (4, "+0d")] {
                    try clock.jump(to: offset)
                    #expect(try await site.shows(site.feed.views(sighting - 1)))
                    #expect((try month(of: site) == today) == (offset == "+0d"))
                    #expect(try site.stack.ingest(site.feed.arguments(sighting)).ending == .exited(0))
                    #expect(try await site.shows(site.feed.views(sighting)))
                    let isFresh = try await eventually(within: .seconds(10)) {
                        try site.stack.get("/reels/performance").text.contains(site.feed.views(sighting))
                    }
                    #expect(isFresh, "\(offset)")
                }
                // What nginx has kept may be given once more while it asks for the next.
                let isPutRight = try await eventually(within: .seconds(10)) {
                    try site.stack.get("/reels/performance?limit=500").text != list
                }
                #expect(isPutRight)
            }
        }

        /// As nginx tells it, and the year.
        private func month(of site: WatchedSite) throws -> Substring {
            try #require(site.stack.get("/css/site.css").head.header("Date")).dropFirst("Tue, 24 ".count).prefix(8)
        }

        @Test
        func `a responder that comes up under a newer schema shows what is in it`() async throws {
            try await WatchedSite.with { site in
                let connection = try Connection(to: site.database.address, applicationName: "shortpulse-tests")
                try connection.executeScript(
                    Query(
                        unescaped: """
                            INSERT INTO shortpulse.schema_migrations (version, name, checksum) VALUES (999, 'of_next_year', '')
                            """))
                // So that what it shows was read now.
                let kept = "\(site.stack.checkout.state)/snapshots"
                try FileManager.default.removeItem(atPath: kept)
                try Processes.kill(try Processes.responders(of: site.stack.checkout))
                #expect(try await site.shows(site.feed.views(1)))
            }
        }
    }
}

/// The clock of a whole stack, which a test puts forward and back; the monotonic one goes on as it is.
private struct ChangingClock {
    private let folder: TemporaryFolder
    private var file: String { "\(folder.path)/offset" }

    init() throws {
        folder = try TemporaryFolder()
        // Of every account that a stack has.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try jump(to: "+0d")
    }

    func jump(to offset: String) throws {
        try File.write(Array(offset.utf8), to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    }

    /// nginx keeps no variable that it is not told to keep.
    var configuration: String { settings.keys.map { "env \($0);" }.joined(separator: "\n") }

    /// Of faketime, whose program would start another for each.
    var settings: [String: String] {
        [
            "LD_PRELOAD": "/usr/$LIB/faketime/libfaketimeMT.so.1", "FAKETIME_TIMESTAMP_FILE": file,
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        ]
    }
}

/// What a running process may have, as `prlimit` sets it.
private struct Limits {
    let process: Int

    init(of process: Int) { self.process = process }

    /// Bytes of address space.
    var addresses: Int {
        get throws { try status("VmSize:") * 1_024 }
    }

    func allow(descriptors: Int) throws { try set("--nofile=\(descriptors):") }

    func allow(addresses: Int) throws { try set("--as=\(addresses):") }

    // As its own account: root, too, may not be allowed to set the limits of others.
    private func set(_ limit: String) throws {
        let account = try ["--reuid=\(status("Uid:"))", "--regid=\(status("Gid:"))", "--keep-groups"]
        let run = try Program.run("/usr/bin/setpriv", account + ["/usr/bin/prlimit", "--pid", "\(process)", limit])
        guard run.ending == .exited(0) else { throw Failure(run.output) }
    }

    /// The first number behind `name`.
    private func status(_ name: String) throws -> Int {
        let lines = String(decoding: try File.read("/proc/\(process)/status", limit: 1 << 16), as: UTF8.self).split(
            separator: "\n")
        let words = lines.first { $0.hasPrefix(name) }?.split { $0 == "\t" || $0 == " " }
        guard let number = words?.dropFirst().first.flatMap({ Int($0) }) else { throw Failure("no \(name)") }
        return number
    }
}
