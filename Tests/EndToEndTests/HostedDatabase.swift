import FoundationEssentials
import RunningStack
import System
import Testing

/// A PostgreSQL as a provider hosts it: over TLS, by passwords, with a pooler before it. It ends with its last user.
final class HostedDatabase: Sendable {
    /// How its address is written.
    struct Way {
        var role = "owner"
        var password = "of-the-owner"
        /// `hosted`; of the pooler, `kept` is the one that keeps a server for each connection.
        var name = "hosted"
        var usesPooler = false
        var host = "localhost"
        var authority = "ca"

        static let reader = Way(role: "shortpulse_web", password: "of-the-reader", usesPooler: true)
        static let writer = Way(role: "shortpulse_ingest", password: "of-the-writer", usesPooler: true)
    }

    let folder: String
    private let port: Int
    private let poolerPort: Int
    private let process: ChildProcess
    /// What the process lives by.
    private let life: Pipe

    init() throws {
        folder = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        port = try FreePort.next()
        poolerPort = try FreePort.next()
        life = try FileDescriptor.pipe()
        let output = try FileDescriptor.pipe()
        process = try ChildProcess(
            executable: "\(Checkout.original)/Tests/EndToEndTests/hosted/start",
            arguments: [folder, "\(port)", "\(poolerPort)"],
            environment: ["PATH": (Environment.value("PATH") ?? "") + ":/usr/sbin"],
            descriptors: [0: life.reading.rawValue, 1: output.writing.rawValue])
        let said = try output.closingWriting().read(atMost: 64)
        guard said == Array("ready\n".utf8) else {
            // Where there is no log there is nothing to tell.
            let log = (try? File.read("\(folder)/log", limit: 1 << 20)) ?? []
            throw StackFailure(output: String(decoding: log, as: UTF8.self))
        }
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? process.send(.terminate)
        _ = try? process.wait()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func address(_ way: Way) -> String {
        "postgresql://\(way.role):\(way.password)@\(way.host):\(way.usesPooler ? poolerPort : port)/\(way.name)"
            + "?sslmode=verify-full&sslrootcert=\(folder)/\(way.authority).crt"
    }

    /// Runs `shortpulse-ingest` against it.
    func ingest(_ arguments: [String], _ way: Way = Way()) throws -> Program {
        try Program.run(
            "\(Checkout.original)/.build/release/shortpulse-ingest", arguments,
            environment: ["DATABASE_URL": address(way)], in: folder)
    }

    /// What a responder answers, as a CGI program.
    func page(_ path: String, _ way: Way) throws -> Program {
        try Program.run(
            "\(Checkout.original)/.build/release/shortpulse-web",
            environment: [
                "DATABASE_URL": address(way), "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET",
                "REQUEST_URI": path,
                "QUERY_STRING": path.split(separator: "?").dropFirst().first.map(String.init) ?? "",
                "SERVER_PROTOCOL": "HTTP/1.1", "SHORTPULSE_END": "1",
            ], in: folder)
    }

    /// Runs a statement as the owner.
    func execute(_ statement: String, _ way: Way = Way()) throws -> Program {
        try Program.run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-Atc", statement, address(way)])
    }
}
