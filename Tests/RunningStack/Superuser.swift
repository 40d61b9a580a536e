import Glibc
import System

/// The superuser of a stack's own PostgreSQL.
package struct Superuser {
    private let address: String

    package init(of stack: Stack) throws {
        guard let address = try stack.databaseAddress else { throw StackFailure(output: "it has no database") }
        self.init(address: address)
    }

    /// Of the server at `address`, which names the programs' role.
    package init(address: String) {
        self.address = address.replacing("//shortpulse@", with: "//postgres@")
    }

    /// Has PostgreSQL log from now on who connects, and all statements with their values.
    package func logEverything() throws {
        let statements = [
            "ALTER SYSTEM SET log_connections = 'on'", "ALTER SYSTEM SET log_statement = 'all'",
            "SELECT pg_reload_conf()",
        ]
        _ = try run("psql", statements.flatMap { ["-c", $0] })
    }

    /// Runs one statement.
    package func execute(_ statement: String) throws {
        _ = try run("psql", ["-v", "ON_ERROR_STOP=1", "-qc", statement])
    }

    /// What a query gives in another database: its rows, one a line.
    package func answer(_ query: String, in database: String) throws -> [String] {
        let other = address.split(separator: "/").dropLast() + [Substring(database)]
        return try run("psql", ["-XAtqc", query], at: "postgresql://" + other.dropFirst().joined(separator: "/"))
            .split(separator: "\n").map(String.init)
    }

    /// All tables of all schemas as text.
    package func dump() throws -> String { try run("pg_dump", []) }

    private func run(_ program: String, _ arguments: [String], at place: String? = nil) throws -> String {
        let command = [program, "--dbname=\(place ?? address)"] + arguments
        // PostgreSQL knows its superuser by the account, which root's own is not.
        let identity = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        let run = try Program.run("env", (geteuid() == 0 ? identity : []) + command)
        guard run.ending == .exited(0) else { throw StackFailure(output: run.output) }
        return run.output
    }
}
