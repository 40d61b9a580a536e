import FoundationEssentials
import System

/// Looks at the processes of this machine, through `/proc`.
package enum Processes {
    /// Those that have to do with the stack of `checkout`: they name its folders, work in one or run a program from one.
    package static func of(_ checkout: Checkout) throws -> [Int] {
        let folders = [checkout.path, checkout.state]
        return try all().filter { number in
            folders.contains { folder in
                commandLine(number).contains(folder) || link(number, "cwd").hasPrefix(folder)
                    || link(number, "exe").hasPrefix(folder)
            }
        }
    }

    /// The responders among them, the one that has run longest first.
    package static func responders(of checkout: Checkout) throws -> [Int] {
        try of(checkout).filter { link($0, "exe") == "\(checkout.state)/bin/shortpulse-web" }.sorted()
    }

    /// The one nginx that looks after the others.
    package static func webServer(of checkout: Checkout) throws -> [Int] {
        try of(checkout).filter { commandLine($0).hasPrefix("nginx: master process") }
    }

    /// Those of nginx that answer, the one that has run longest first.
    package static func webServerWorkers(of checkout: Checkout) throws -> [Int] {
        let masters = try webServer(of: checkout)
        return try all().filter {
            commandLine($0).hasPrefix("nginx: worker process") && masters.contains(parent($0))
        }.sorted()
    }

    /// `shortpulse-ingest` at its command `command`.
    package static func ingest(_ command: String, of checkout: Checkout) throws -> [Int] {
        try of(checkout).filter { number in
            link(number, "exe") == "\(checkout.state)/bin/shortpulse-ingest"
                && commandLine(number).split(separator: "\0").dropFirst().first == command[...]
        }
    }

    /// The command lines of all processes of this machine.
    package static func commandLines() throws -> [String] { try all().map(commandLine) }

    /// PostgreSQL's own, the servers of its connections included.
    package static func database(of checkout: Checkout) throws -> [Int] {
        try of(checkout).filter { link($0, "exe").hasSuffix("/postgres") }
    }

    /// How many connections to the database its programs hold.
    package static func connectionCount(of checkout: Checkout) throws -> Int {
        try database(of: checkout).count { commandLine($0).hasPrefix("postgres: shortpulse ") }
    }

    /// Ends processes without asking them.
    package static func kill(_ numbers: [Int]) throws { try send("KILL", numbers) }

    /// Stops processes where they are, until `thaw`.
    package static func freeze(_ numbers: [Int]) throws { try send("STOP", numbers) }

    /// Lets frozen processes go on.
    package static func thaw(_ numbers: [Int]) throws { try send("CONT", numbers) }

    /// Sends processes the signal called `signal`.
    package static func send(_ signal: String, _ numbers: [Int]) throws {
        _ = try Program.run("kill", ["-\(signal)"] + numbers.map { "\($0)" })
    }

    private static func all() throws -> [Int] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int($0) }
    }

    // A process that has ended meanwhile has neither.
    private static func commandLine(_ number: Int) -> String {
        (try? File.read("/proc/\(number)/cmdline", limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func parent(_ number: Int) -> Int {
        let status = (try? File.read("/proc/\(number)/status", limit: 1 << 16)).map {
            String(decoding: $0, as: UTF8.self)
        }
        let line = status?.split(separator: "\n").first { $0.hasPrefix("PPid:") }
        return line.flatMap { Int($0.dropFirst("PPid:\t".count)) } ?? 0
    }

    private static func link(_ number: Int, _ name: String) -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/\(name)")) ?? ""
    }
}
