import Glibc
import System

/// A TLS server whose certificate nobody has signed but itself; it ends with its owner. It needs the openssl program.
struct UntrustedServer: ~Copyable {
    let port: Int
    private let process: ChildProcess
    private let output: FileDescriptor
    private let directory: String

    init() throws {
        let directory = "/tmp/sp-\(SecureRandom.uuid())"
        guard unsafe mkdir(directory, 0o700) == 0 else { throw SystemError("create", code: errno, path: directory) }
        let (key, certificate) = ("\(directory)/key", "\(directory)/certificate")
        let silence = try File.open("/dev/null")
        let making = try ChildProcess(
            executable: "/usr/bin/openssl",
            arguments: [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
                "-subj",
                "/CN=localhost", "-keyout", key, "-out", certificate,
            ], descriptors: [2: silence.rawValue])
        guard try making.wait() == .exited(0) else { throw SystemError("make", code: EIO, path: certificate) }
        let pipe = try FileDescriptor.pipe()
        let process = try ChildProcess(
            executable: "/usr/bin/openssl",
            arguments: ["s_server", "-accept", "0", "-www", "-key", key, "-cert", certificate],
            descriptors: [1: pipe.writing.rawValue, 2: silence.rawValue])
        let output = pipe.closingWriting()
        let port = try Self.port(output)
        self.port = port
        self.process = process
        self.output = output
        self.directory = directory
    }

    deinit {
        // Gone already or not, both are fine at the end of a test.
        try? process.send(.kill)
        _ = try? process.wait()
        unsafe unlink("\(directory)/key")
        unsafe unlink("\(directory)/certificate")
        unsafe rmdir(directory)
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
            if bytes.isEmpty { throw SystemError("start", code: EIO, path: "openssl") }
        }
    }
}
