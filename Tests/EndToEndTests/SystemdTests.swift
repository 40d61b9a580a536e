import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// What `make install` gives systemd.
    @Suite
    struct SystemdTests {
        @Test func `systemd has nothing to say about the units`() throws {
            let installed = try InstalledTree()
            let units = try installed.units()
            #expect(units.count == 6)
            let check = try Program.run("systemd-analyze", ["verify"] + units)
            #expect(check.ending == .exited(0))
            #expect(check.output == "")
        }

        @Test(arguments: ["shortpulse-ingest.service", "shortpulse-listen.service", "shortpulse-web@.service"])
        func `an intruder in a service would be exposed to little`(service: String) throws {
            let installed = try InstalledTree()
            // Tenths: 1.5.
            let options = ["security", "--offline=true", "--threshold=15", "--no-pager"]
            let check = try Program.run("systemd-analyze", options + [installed.unit(service)])
            #expect(check.ending == .exited(0), "\(check.output)")
            // Of a template it names an instance.
            let name = service.split { $0 == "@" || $0 == "." }[0]
            #expect(check.output.contains("Overall exposure level for \(name)"))
        }

        @Test func `all services are locked in alike`() throws {
            let sandboxes = try ["ingest", "listen", "web@"].map { name in
                let unit = try Self.text("\(Checkout.original)/systemd/shortpulse-\(name).service")
                return unit.split(separator: "\n").drop { !$0.hasPrefix("UMask=") }.prefix { $0 != "[Install]" }
                    .filter { !$0.hasPrefix("#") }
            }
            #expect(sandboxes[0].count > 20)
            #expect(sandboxes[0] == sandboxes[1] && sandboxes[0] == sandboxes[2])
        }

        @Test func `a unit names the program where it was installed, and no folder of a package's making`() throws {
            let installed = try InstalledTree(prefix: "/opt/shortpulse")
            for unit in try installed.units() {
                let text = try Self.text(unit)
                #expect(!text.contains(installed.folder) && !text.contains("/usr/local"))
                for line in text.split(separator: "\n") where line.hasPrefix("ExecStart=") {
                    #expect(line.hasPrefix("ExecStart=/opt/shortpulse/bin/shortpulse-"))
                }
            }
            let program = "\(installed.folder)/opt/shortpulse/bin/shortpulse-ingest"
            #expect(FileManager.default.isExecutableFile(atPath: program))
        }

        @Test func `a prefix that systemd would read as its own syntax is refused in one line`() throws {
            let install = try Program.run(
                "\(Checkout.original)/scripts/install", environment: ["PREFIX": "/opt/100%", "DESTDIR": "/dev/null"])
            #expect(install.ending == .exited(64))
            #expect(install.output.split(separator: "\n").count == 1, "\(install.output)")
        }

        @Test func `the units know no place but those of an installation`() throws {
            let places = ["/etc/shortpulse/", "/run/shortpulse", "/usr/local/bin/", "/usr/local/share/shortpulse/"]
            let folder = "\(Checkout.original)/systemd"
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let lines = try Self.text("\(folder)/\(file)").split(separator: "\n").filter { !$0.hasPrefix("#") }
                for word in lines.flatMap({ $0.split { $0.isWhitespace || $0 == "=" || $0 == ":" } })
                where word.hasPrefix("/") {
                    #expect(places.contains { word.hasPrefix($0) }, "\(file): \(word)")
                }
            }
        }

        @Test func `listen takes the socket that systemd opened, and needs no path of its own`() async throws {
            let path = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4))).sock"
            defer { try? FileManager.default.removeItem(atPath: path) }
            let log = try FileDescriptor.pipe()
            let listen = try Program.start(
                "systemd-socket-activate",
                [
                    "--listen=\(path)", "--setenv=DATABASE_URL=postgresql://nobody@127.0.0.1:1/none",
                    "\(Checkout.original)/.build/release/shortpulse-ingest", "listen",
                ], environment: [:], output: log.writing.rawValue)
            // Where a step before its end fails; nothing happens once it has ended.
            defer { try? listen.send(.kill) }
            _ = try await eventually(within: .seconds(10)) { FileManager.default.fileExists(atPath: path) }
            let client = try UnixSocket.connect(path: path, timeout: .seconds(10))
            try client.write("run\n")
            try client.finishWriting()
            let answer = try client.readAll(limit: 1_024)
            #expect(String(decoding: answer, as: UTF8.self) == "no-credentials\n")
            try listen.send(.terminate)
            let said = String(decoding: try log.closingWriting().readAll(limit: 1 << 16), as: UTF8.self)
            #expect(try listen.wait() == .exited(0), "\(said)")
        }

        @Test func `a responder takes both sockets that systemd holds`() async throws {
            let folder = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let sockets = ["web", "slow"].map { "\(folder)/\($0).sock" }
            let log = try FileDescriptor.pipe()
            // It starts the program once, and becomes it.
            let responder = try Program.start(
                "systemd-socket-activate",
                sockets.map { "--listen=\($0)" } + [
                    "--setenv=DATABASE_URL=postgresql://nobody@127.0.0.1:1/none",
                    "\(Checkout.original)/.build/release/shortpulse-web",
                ], environment: [:], output: log.writing.rawValue)
            defer { try? responder.send(.kill) }
            _ = try await eventually(within: .seconds(10)) {
                sockets.allSatisfy(FileManager.default.fileExists(atPath:))
            }
            for path in sockets { #expect(try Self.answer(from: path).hasPrefix("Status: 200 OK\r\n")) }
            try responder.send(.terminate)
            let said = String(decoding: try log.closingWriting().readAll(limit: 1 << 16), as: UTF8.self)
            #expect(try responder.wait() == .exited(0), "\(said)")
        }

        /// What a responder says to a request for `/api`, which needs no data.
        private static func answer(from path: String) throws -> String {
            let connection = try UnixSocket.connect(path: path, timeout: .seconds(10))
            let parameters = [
                ("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/api"), ("QUERY_STRING", ""), ("SHORTPULSE_END", "1"),
            ].flatMap { name, value in
                [UInt8(name.utf8.count), UInt8(value.utf8.count)] + Array(name.utf8) + Array(value.utf8)
            }
            // Begin a request, its parameters, their end, and the end of its body.
            let request =
                record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + record(4, parameters) + record(4, []) + record(5, [])
            try connection.write(request)
            let answer = try connection.readAll(limit: 1 << 20)
            return String(decoding: answer.dropFirst(8), as: UTF8.self)
        }

        /// A record of FastCGI.
        private static func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
            [1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 0xFF), 0, 0] + content
        }

        private static func text(_ path: String) throws -> String {
            String(decoding: try File.read(path, limit: 1 << 20), as: UTF8.self)
        }
    }
}
