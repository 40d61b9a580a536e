import DatabaseProxy
import Postgres
import System
import Testing
import Trials

extension ResumeTests {
    /// What the others rely on: the proxy between a program and PostgreSQL.
    @Suite
    struct ProxyTests {
        private let database: PrivateDatabase
        private let folder: TemporaryFolder
        private let seen = Lock<[String]>([])

        init() throws {
            database = try #require(SharedDatabases.all.first)
            folder = try TemporaryFolder()
        }

        @Test
        func `each statement is asked about before the server hears of it, and again before the client is told`() throws
        {
            let proxy = try proxy()
            let connection = try connect(proxy)
            let text = String(repeating: "made up ", count: 40_000)
            #expect(try connection.execute("-- echo\nSELECT \(text)::text").text(0, 0) == text)
            try connection.executeScript("-- script\nSELECT 1; SELECT 2")
            #expect(throws: PostgresError.self) { try connection.execute("-- refused\nSELECT 1 / 0") }
            #expect(
                seen.withLock { $0 } == [
                    "-> connect", "<- connect", "-> echo", "<- echo", "-> script", "<- script", "-> refused",
                    "<- refused",
                ])
        }

        @Test
        func `data on its way in is asked about at its end`() throws {
            let proxy = try proxy()
            let connection = try connect(proxy)
            try connection.execute("-- table\nCREATE TEMPORARY TABLE numbers (number bigint)")
            var numbers: [Int64] = Array(1...100_000)
            try connection.copyIn("-- numbers\nCOPY numbers FROM STDIN (FORMAT binary)") { writer in
                for number in numbers.prefix(10_000) {
                    writer.beginRow(fieldCount: 1)
                    writer.write(number)
                }
                numbers.removeFirst(min(10_000, numbers.count))
                return !numbers.isEmpty
            }
            #expect(try connection.execute("-- sum\nSELECT sum(number) FROM numbers").text(0, 0) == "5000050000")
            #expect(
                seen.withLock { $0 }.dropFirst(4) == [
                    "-> numbers", "<- numbers", "-> numbers, end of data", "<- numbers, end of data", "-> sum",
                    "<- sum",
                ])
        }

        @Test(arguments: [("-> insert", "0"), ("<- insert", "1")])
        func `a statement that is cut off was done or not, and its client is not told`(step: String, count: String)
            throws
        {
            let table = "t" + Hexadecimal.text(SecureRandom.bytes(8))
            try direct().execute("CREATE TABLE \(name: table) (number bigint)")
            let proxy = try proxy(cuttingAt: step)
            let connection = try connect(proxy)
            #expect(throws: PostgresError.self) {
                try connection.execute("-- insert\nINSERT INTO \(name: table) VALUES (1)")
            }
            #expect(try direct().execute("SELECT count(*) FROM \(name: table)").text(0, 0) == count)
            try direct().execute("DROP TABLE \(name: table)")
        }

        @Test
        func `connections are carried side by side, cut, and taken again after a restart`() throws {
            let proxy = try proxy()
            let first = try connect(proxy)
            let second = try connect(proxy)
            try first.execute("-- first\nBEGIN")
            #expect(try second.execute("-- second\nSELECT 2").text(0, 0) == "2")
            #expect(try first.execute("-- first\nSELECT 1").text(0, 0) == "1")
            proxy.cut()
            #expect(throws: PostgresError.self) { try first.execute("-- first\nCOMMIT") }
            let third = try connect(proxy)
            try database.restart()
            #expect(throws: PostgresError.self) { try third.execute("-- third\nSELECT 3") }
            #expect(try connect(proxy).execute("-- fourth\nSELECT 4").text(0, 0) == "4")
        }

        private func proxy(cuttingAt step: String? = nil) throws -> DatabaseProxy {
            try DatabaseProxy(in: folder.path, to: database.socket) { [seen] crossing in
                seen.withLock { $0.append("\(crossing)") }
                return "\(crossing)" == step ? .cut : .pass
            }
        }

        private func connect(_ proxy: DatabaseProxy) throws -> Connection {
            try Connection(to: proxy.address, applicationName: "shortpulse-tests")
        }

        /// Past the proxy.
        private func direct() throws -> Connection {
            try Connection(to: database.address, applicationName: "shortpulse-tests")
        }
    }
}
