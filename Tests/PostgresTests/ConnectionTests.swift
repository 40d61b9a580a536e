import FoundationEssentials
import Postgres
import System
import TestDatabase
import Testing

struct ConnectionTests {
    @Test(
        "values travel apart from the text and come back as they were",
        arguments: ["", "'; DROP TABLE x; --", "$1", "a\\b\n🎈"])
    func values(text: String) throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let rows = try connection.execute(
                "-- test.echo\nSELECT \(text)::text, \(Int64.max)::bigint, \(0.1)::float8, \(String?.none)::text, \(true)::boolean"
            )
            #expect(rows.text(0, 0) == text)
            #expect(try rows.integer(0, 1) == .max)
            #expect(try rows.double(0, 2) == 0.1)
            #expect(rows.text(0, 3) == nil)
            #expect(try rows.boolean(0, 4) == true)
        }
    }

    @Test("a refusal carries SQLSTATE and the statement's name, and neither statement nor value")
    func refusal() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let error = #expect(throws: PostgresError.self) {
                try connection.execute("-- test.refused\nSELECT \("secret-value")::text FROM nowhere")
            }
            #expect(error?.sqlState == "42P01")
            #expect(error?.statement == "test.refused")
            #expect(error?.description.contains("secret-value") == false)
            #expect(try connection.execute("SELECT 1").integer(0, 0) == 1)
        }
    }

    @Test("a transaction that throws leaves nothing, and the connection goes on")
    func rollback() throws {
        struct Stop: Error {}
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            #expect(throws: Stop.self) {
                try connection.transaction { connection in
                    try connection.execute("CREATE TEMPORARY TABLE t (n int)")
                    throw Stop()
                }
            }
            #expect(try connection.execute("SELECT to_regclass('t') IS NULL").boolean(0, 0) == true)
        }
    }

    @Test("a statement that takes too long is given up")
    func deadline() throws {
        try TestDatabase.with(migrated: false) { test in
            var connection = try test.connect()
            connection.statementDeadline = 50
            let error = #expect(throws: PostgresError.self) { try connection.execute("SELECT pg_sleep(30)") }
            #expect(error?.code == .timedOut)
        }
    }

    @Test("a copy whose rows stop coming is given up")
    func copyDeadline() throws {
        try TestDatabase.with(migrated: false) { test in
            var connection = try test.connect()
            connection.statementDeadline = 200
            let error = #expect(throws: PostgresError.self) {
                try connection.copyOut(
                    """
                    COPY (SELECT generate_series(1, 20000)::bigint UNION ALL SELECT pg_sleep(30)::text::bigint)
                    TO STDOUT (FORMAT binary)
                    """
                ) { _, _ in }
            }
            #expect(error?.code == .timedOut)
        }
    }

    @Test("a transaction whose error was swallowed does not pass for a committed one")
    func swallowedError() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let error = #expect(throws: PostgresError.self) {
                try connection.transaction { connection in _ = try? connection.execute("SELECT 1 / 0") }
            }
            #expect(error?.code == .unexpectedAnswer)
        }
    }

    @Test("every type survives binary COPY in both directions")
    func copy() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            try connection.execute(
                "CREATE TEMPORARY TABLE t (i bigint, b boolean, d float8, t timestamptz, s text, y bytea, a text[])")
            var rows = 0
            try connection.copyIn("-- test.in\nCOPY t FROM STDIN (FORMAT binary)") { writer in
                writer.beginRow(fieldCount: 7)
                writer.write(rows == 0 ? Int64.min : nil)
                writer.write(rows == 0 ? true : Bool?.none)
                writer.write(rows == 0 ? -0.1 : Double?.none)
                writer.write(microseconds: rows == 0 ? 1_781_222_400_123_456 : nil)
                writer.write(rows == 0 ? "naïve 🎈" : String?.none)
                writer.write(bytes: rows == 0 ? [0, 255] : nil)
                writer.write(rows == 0 ? ["a", "b,\"{}", ""] : [])
                rows += 1
                return rows < 2
            }
            let stored = try connection.execute("SELECT t::text, y::text, a::text FROM t WHERE i IS NOT NULL")
            #expect(stored.text(0, 1) == #"\x00ff"#)
            #expect(stored.text(0, 2) == #"{a,"b,\"{}",""}"#)
            var seen = 0
            try connection.copyOut(
                "-- test.out\nCOPY (SELECT i, b, d, t, s FROM t ORDER BY i) TO STDOUT (FORMAT binary)"
            ) {
                row, fields in
                let isFull = seen == 0
                let integer = try fields.integer(row)
                let boolean = try fields.boolean(row)
                let double = try fields.double(row)
                let instant = try fields.microseconds(row)
                let text = try fields.text(row)
                #expect(integer == (isFull ? .min : nil))
                #expect(boolean == (isFull ? true : nil))
                #expect(double == (isFull ? -0.1 : nil))
                #expect(instant == (isFull ? 1_781_222_400_123_456 : nil))
                #expect(text == (isFull ? "naïve 🎈" : nil))
                seen += 1
            }
            #expect(seen == 2)
        }
    }

    @Test("a copy far larger than what may wait arrives whole and in its order")
    func largeCopy() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            try connection.execute("CREATE TEMPORARY TABLE t (i bigint, s text)")
            let text = String(repeating: "x", count: 1_000)
            var row: Int64 = 0
            try connection.copyIn("COPY t FROM STDIN (FORMAT binary)") { writer in
                for _ in 0..<100 {
                    writer.beginRow(fieldCount: 2)
                    writer.write(row)
                    writer.write(text)
                    row += 1
                }
                return row < 20_000
            }
            let stored = try connection.execute(
                """
                SELECT count(*), count(*) FILTER (WHERE i = place AND length(s) = 1000)
                FROM (SELECT i, s, row_number() OVER (ORDER BY ctid) - 1 AS place FROM t) AS placed
                """)
            #expect(try stored.integer(0, 0) == 20_000)
            #expect(try stored.integer(0, 1) == 20_000)
        }
    }

    @Test("a server that takes in no more of a copy is given up within the deadline", .timeLimit(.minutes(1)))
    func stalledCopy() throws {
        try TestDatabase.with(migrated: false) { test in
            var connection = try test.connect()
            try connection.execute("CREATE TEMPORARY TABLE t (s text)")
            try connection.executeScript(
                """
                CREATE FUNCTION pg_temp.dawdle() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN PERFORM pg_sleep(2); RETURN NEW; END';
                CREATE TRIGGER dawdle BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION pg_temp.dawdle()
                """)
            connection.statementDeadline = 100
            let text = String(repeating: "x", count: 100_000)
            let error = #expect(throws: PostgresError.self) {
                try connection.copyIn("COPY t FROM STDIN (FORMAT binary)") { writer in
                    writer.beginRow(fieldCount: 1)
                    writer.write(text)
                    return true
                }
            }
            #expect(error?.code == .timedOut)
            let isOpen = connection.isOpen
            #expect(!isOpen)
        }
    }

    @Test("a copy that its sender gives up leaves nothing, and the connection goes on")
    func copyGivenUp() throws {
        struct Stop: Error {}
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            try connection.execute("CREATE TEMPORARY TABLE t (i bigint)")
            #expect(throws: Stop.self) {
                try connection.copyIn("COPY t FROM STDIN (FORMAT binary)") { writer in
                    writer.beginRow(fieldCount: 1)
                    writer.write(Int64(1))
                    throw Stop()
                }
            }
            #expect(throws: Stop.self) {
                try connection.copyOut("COPY (SELECT generate_series(1, 100000)::bigint) TO STDOUT (FORMAT binary)") {
                    _, _ in
                    throw Stop()
                }
            }
            #expect(try connection.execute("SELECT count(*) FROM t").integer(0, 0) == 0)
        }
    }

    @Test(
        "an address that cannot be used is refused in words that repeat nothing of it",
        arguments: [
            ("postgresql://user:hunter2@host:port/x", PostgresError.Code.badAddress),
            ("postgresql://user:hun@ter2@localhost/x", .badAddress),
            ("postgresql://user:hun/ter2@localhost/x", .badAddress),
            ("postgresql://user:p@hun/ter2@localhost/x", .badAddress),
            ("postgresql://user:123/ter2@localhost/x", .badAddress),
            ("hunter2", .badAddress),
            ("postgresql://user:hunter2@127.0.0.1:1/x", .unreachable),
        ])
    func badAddress(address: String, code: PostgresError.Code) {
        let error = #expect(throws: PostgresError.self) { _ = try Connection(to: address, applicationName: "test") }
        #expect(error?.code == code)
        #expect(error?.description.contains("hun") == false && error?.description.contains("ter2") == false)
    }

    @Test("a server that accepts and stays silent is given up")
    func silentServer() throws {
        // libpq makes the socket's name from the folder and the port.
        let port = Int.random(in: 10_000...60_000)
        let path = "/tmp/.s.PGSQL.\(port)"
        let listener = try UnixSocket.listen(path: path)
        let error = #expect(throws: PostgresError.self) {
            _ = try Connection(to: "host=/tmp port=\(port) dbname=x", applicationName: "test", connectDeadline: 200)
        }
        #expect(error?.code == .timedOut)
        #expect(UnixSocket.isListening(listener.rawValue))
        try FileManager.default.removeItem(atPath: path)
    }
}
