import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// `shortpulse-backup` and `shortpulse-restore`, with the sample as the data.
    @Suite(.sharedStack())
    struct BackupTests {
        private let stack: Stack
        private let superuser: Superuser
        private let installed: InstalledTree

        init() throws {
            stack = try #require(Stack.shared)
            superuser = try Superuser(of: stack)
            installed = try InstalledTree()
        }

        @Test func `what is backed up is restored under another owner, all of it, and its scores are verified`() throws
        {
            try withBackup { backup in
                try withDatabase { name, address in
                    let restoring = try run("restore", [backup], address)
                    #expect(restoring.ending == .exited(0), "\(restoring.output)")
                    #expect(restoring.output.contains("shortpulse_sample: up to date"))
                    #expect(restoring.output.contains("reels compared"))
                    let rows = try superuser.answer(Self.rows, in: "shortpulse")
                    #expect(rows.contains { $0.hasPrefix("shortpulse_sample.reels_raw_events 8") }, "\(rows)")
                    #expect(try superuser.answer(Self.rows, in: name) == rows)
                    #expect(try superuser.answer(Self.owners, in: name) == [name])
                    let privileges = try superuser.answer(Self.privileges, in: "shortpulse")
                    #expect(privileges.contains { $0.contains("reels_raw_events") && !$0.contains("UPDATE") })
                    #expect(try superuser.answer(Self.privileges, in: name) == privileges)
                }
            }
        }

        @Test func `a backup is its owner's alone`() throws {
            try withBackup { backup in
                let attributes = try FileManager.default.attributesOfItem(atPath: backup)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }

        @Test func `a restored observation is protected as it was`() throws {
            try withBackup { backup in
                try withDatabase { name, address in
                    try restore(backup, address)
                    let change = """
                        DO $$ BEGIN
                            DELETE FROM shortpulse_sample.reels_raw_events;
                            RAISE 'they were deleted';
                        EXCEPTION WHEN integrity_constraint_violation THEN NULL;
                        END $$
                        """
                    #expect(try superuser.answer(change, in: name) == [])
                }
            }
        }

        @Test func `what is in the database already is left alone`() throws {
            try withBackup { backup in
                let before = try superuser.answer(Self.rows, in: "shortpulse")
                let restoring = try run("restore", [backup], try own())
                #expect(restoring.ending == .exited(73))
                #expect(restoring.output.contains("nothing was changed"))
                #expect(try superuser.answer(Self.rows, in: "shortpulse") == before)
            }
        }

        @Test func `a backup that was cut off replaces nothing`() throws {
            try withBackup { backup in
                try withDatabase { name, address in
                    try restore(backup, address)
                    let before = try superuser.answer(Self.rows, in: name)
                    let whole = try File.read(backup, limit: 1 << 26)
                    try File.write(Array(whole.dropLast(whole.count / 3)), to: backup)
                    let restoring = try run("restore", ["--replace", backup], address)
                    #expect(restoring.ending == .exited(1), "\(restoring.output)")
                    #expect(restoring.output.contains("the database is as it was"))
                    #expect(try superuser.answer(Self.rows, in: name) == before)
                }
            }
        }

        @Test func `a reading that breaks off between two statements replaces nothing`() throws {
            try withBackup { backup in
                let before = try superuser.answer(Self.rows, in: "shortpulse")
                let reader = "\(installed.folder)/bin/pg_restore"
                let script = """
                    #!/bin/sh
                    case $* in *--list*) exec /usr/bin/pg_restore "$@" ;; esac
                    echo 'CREATE SCHEMA shortpulse; CREATE SCHEMA shortpulse_sample;'
                    exit 1
                    """
                try File.write(Array(script.utf8), to: reader)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: reader)
                let restoring = try run("restore", ["--replace", backup], try own())
                #expect(restoring.ending == .exited(1), "\(restoring.output)")
                #expect(try superuser.answer(Self.rows, in: "shortpulse") == before)
            }
        }

        @Test(arguments: [true, false])
        func `the roles that read and append are let in again where they are, and not missed where they are not`(
            areThere: Bool
        ) throws {
            try withAccessRoles { drop in
                try withBackup { backup in
                    if !areThere { try drop() }
                    try withDatabase { name, address in
                        try restore(backup, address)
                        let anybody = """
                            SELECT has_function_privilege(
                                'public', 'shortpulse.ensure_events_partition(timestamptz)', 'EXECUTE')
                            """
                        #expect(try superuser.answer(anybody, in: name) == ["f"])
                        guard areThere else { return }
                        let seen = """
                            SET ROLE shortpulse_web; SELECT count(*) > 0 FROM shortpulse_sample.reels_raw_events
                            """
                        #expect(try superuser.answer(seen, in: name) == ["t"])
                    }
                }
            }
        }

        @Test func `a role that would see no row gets no backup, and the former one stays`() throws {
            try withBackup { backup in
                let before = try File.read(backup, limit: 1 << 26)
                try withRole { name in
                    for schema in ["shortpulse", "shortpulse_sample"] {
                        try superuser.execute("GRANT USAGE ON SCHEMA \(schema) TO \(name)")
                        try superuser.execute("GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(name)")
                    }
                    let backing = try run("backup", [backup], try own() + "?options=-c%20role%3D\(name)")
                    #expect(backing.ending == .exited(1))
                    #expect(backing.output.contains("row-level security"), "\(backing.output)")
                    #expect(try File.read(backup, limit: 1 << 26) == before)
                }
            }
        }

        @Test(arguments: [
            ("postgresql://one:p%40ss%2Fw@host:1/name", "postgresql://one@host:1/name", "p@ss/w"),
            ("postgres://one@host/name", "postgresql://one@host/name", ""),
            ("postgresql+psycopg://one:two@host/name", "postgresql://one@host/name", "two"),
            ("postgresql:///name?host=/run/postgresql", "postgresql:///name?host=/run/postgresql", ""),
            ("postgresql://one@host/name?password=t%26o", "postgresql://one@host/name?", "t&o"),
            (
                "postgresql://host/name?password=two&sslmode=verify-full",
                "postgresql://host/name?sslmode=verify-full", "two"
            ),
            ("host=here password='t\\'w o' user=one", "host=here  user=one", "t'w o"),
            ("password = two host=here", " host=here", "two"),
            ("postgresql://one:b%5Cn@host/name", "postgresql://one@host/name", "b\\n"),
        ])
        func `no password stands in a command line`(address: String, shown: String, password: String) throws {
            let script = ". \"$0\"; part_address; printf '%s\\n%s' \"$address\" \"${PGPASSWORD-}\""
            let run = try Program.run(
                "bash", ["-c", script, "\(Checkout.original)/packaging/settings.bash"],
                environment: ["DATABASE_URL": address])
            #expect(run.output == "\(shown)\n\(password)")
        }

        @Test(arguments: [
            ("NAME=plain value ", "plain value"), ("  NAME = spaced", "spaced"), ("NAME='it''s'", "it''s"),
            ("NAME='a\\b'", "a\\b"), ("NAME=\"a\\\"b\\\\c\\n\"", "a\"b\\c\\n"), ("NAME=a\\bc", "abc"),
            ("# NAME=comment", ""), ("NAME=first\nNAME=second", "second"), ("NAME={\"a\": 1}", "{\"a\": 1}"),
        ])
        func `settings are read as systemd reads them`(text: String, value: String) throws {
            let file = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4))).env"
            try File.write(Array(text.utf8), to: file)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let script = ". \"$0\"; read_settings \"$1\"; printf %s \"${NAME-}\""
            let library = "\(Checkout.original)/packaging/settings.bash"
            #expect(try Program.run("bash", ["-c", script, library, file]).output == value)
        }

        /// The stack's own database.
        private func own() throws -> String { try #require(try stack.databaseAddress) }

        private func run(_ program: String, _ arguments: [String], _ address: String) throws -> Program {
            try Program.run(
                "\(installed.folder)/bin/shortpulse-\(program)", arguments, environment: ["DATABASE_URL": address])
        }

        private func restore(_ backup: String, _ address: String) throws {
            let restoring = try run("restore", [backup], address)
            try #require(restoring.ending == .exited(0), "\(restoring.output)")
        }

        private func withBackup(_ body: (String) throws -> Void) throws {
            let file = "\(installed.folder)/shortpulse.backup"
            let backing = try run("backup", [file], try own())
            try #require(backing.ending == .exited(0), "\(backing.output)")
            try body(file)
        }

        /// With the roles that an administrator makes by what `migrate --roles --print` prints; `body` can drop them earlier.
        private func withAccessRoles(_ body: (_ drop: () throws -> Void) throws -> Void) throws {
            try superuser.execute(try stack.ingest(["migrate", "--roles", "--print"]).output)
            func drop() throws {
                let roles = "shortpulse_web, shortpulse_ingest"
                try superuser.execute("DROP OWNED BY \(roles); DROP ROLE \(roles)")
            }
            // Where they are gone already, or a test's own failure is the one to tell.
            defer { try? drop() }
            try body(drop)
        }

        /// Of a role that the stack's own may become, and that is gone afterwards.
        private func withRole(_ body: (String) throws -> Void) throws {
            let name = "other\(Hexadecimal.text(SecureRandom.bytes(4)))"
            try superuser.execute("CREATE ROLE \(name)")
            defer {
                // A test's own failure is the one to tell; the server goes with the stack.
                try? superuser.execute("DROP OWNED BY \(name)")
                try? superuser.execute("DROP ROLE \(name)")
            }
            try superuser.execute("GRANT \(name) TO shortpulse")
            try body(name)
        }

        /// Gives `body` the name of another database, which is its owner's as well, and its address.
        private func withDatabase(_ body: (String, String) throws -> Void) throws {
            try withRole { name in
                try superuser.execute("CREATE DATABASE \(name) OWNER \(name)")
                defer { try? superuser.execute("DROP DATABASE \(name)") }
                let address = try own()
                let place = address.dropLast("shortpulse".count)
                try body(name, "\(place)\(name)?options=-c%20role%3D\(name)")
            }
        }

        private static let ours = """
            relnamespace IN ('shortpulse'::regnamespace, 'shortpulse_sample'::regnamespace) AND relkind IN ('r', 'p')
            """

        /// Each table with its rows.
        private static let rows = """
            SELECT format('%s %s', oid::regclass, (xpath('/row/n/text()', query_to_xml(
                format('SELECT count(*) AS n FROM %s', oid::regclass), true, true, '')))[1])
            FROM pg_class WHERE \(ours) ORDER BY 1
            """

        private static let owners = "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE \(ours)"

        /// What the owner of each table may do with it.
        private static let privileges = """
            SELECT oid::regclass, string_agg(privilege_type, ' ' ORDER BY privilege_type)
            FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner)))
            WHERE \(ours) AND grantee = relowner GROUP BY oid ORDER BY oid::regclass::text
            """
    }
}
