import FoundationEssentials
import System

/// A TLS server whose certificate nobody has signed but itself; it ends with its owner. It needs the openssl program.
struct UntrustedServer: ~Copyable {
    let port: Int
    private let process: ChildProcess
    /// Read no more, but open: the program would end of a broken pipe.
    private let output: FileDescriptor

    private static let openssl = "/usr/bin/openssl"

    init() throws {
        let path = "/tmp/shortpulse-certificate-\(SecureRandom.uuid())"
        try File.write(Self.keyAndCertificate(), to: path, mode: 0o600)
        // Gone already or not, both are fine: the program reads it at its start.
        defer { try? FileManager.default.removeItem(atPath: path) }
        let silence = try File.open("/dev/null")
        let pipe = try FileDescriptor.pipe()
        let process = try ChildProcess(
            executable: Self.openssl, arguments: ["s_server", "-accept", "0", "-www", "-cert", path],
            descriptors: [1: pipe.writing.rawValue, 2: silence.rawValue])
        let output = pipe.closingWriting()
        port = try Self.port(output)
        self.process = process
        self.output = output
    }

    deinit {
        // Gone already or not, both are fine at the end of a test.
        try? process.send(.kill)
        _ = try? process.wait()
    }

    private static func keyAndCertificate() throws -> [UInt8] {
        let silence = try File.open("/dev/null")
        let pipe = try FileDescriptor.pipe()
        let arguments = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost"
        let making = try ChildProcess(
            executable: openssl,
            arguments: arguments.split(separator: " ").map(String.init) + [
                "-keyout", "/dev/stdout", "-out", "/dev/stdout",
            ],
            descriptors: [1: pipe.writing.rawValue, 2: silence.rawValue])
        let text = try pipe.closingWriting().readAll(limit: 65_536)
        guard try making.wait() == .exited(0) else { throw SystemError("make", code: 5, path: "a certificate") }
        return text
    }

    /// The program says `ACCEPT [::]:port` once it listens.
    private static func port(_ output: borrowing FileDescriptor) throws -> Int {
        var text = ""
        while true {
            let bytes = try output.read(atMost: 1_000)
            text += String(decoding: bytes, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            let line = lines.first { $0.hasPrefix("ACCEPT") }
            if let port = line?.split(separator: ":").last.flatMap({ Int($0) }) { return port }
            if bytes.isEmpty { throw SystemError("start", code: 5, path: openssl) }
        }
    }
}
