import Postgres
import Reels
import Storage
import System

/// Whether the database can be reached, and is as ShortPulse needs it.
struct DatabaseDoctor {
    private let installation: Installation

    private static let oldestVersion = 150_000
    /// Beyond it, ages and intervals are visibly wrong.
    private static let mostClockError = 5 * Microseconds.second

    init(_ installation: Installation) {
        self.installation = installation
    }

    var findings: [Finding] {
        do {
            let connection = try installation.database.connect()
            let before = Installation.now()
            let examined = try DatabaseExamination(installation.database, schema: installation.schema)
            return [version(examined), encryption(connection.way), pooler(examined)] + schema(connection)
                + [privileges(examined), clock(examined, since: before)]
        } catch let error as PostgresError where error.code == .badAddress {
            return [.bad("database", "\(error)", remedy: "correct DATABASE_URL")]
        } catch {
            return [
                .bad(
                    "database", "\(error)",
                    remedy: "is the server running, and are host, port, role and password in DATABASE_URL right?")
            ]
        }
    }

    private func version(_ examined: DatabaseExamination) -> Finding {
        let text = "PostgreSQL \(examined.version) as \(examined.role), \(examined.size >> 20) MiB"
        guard examined.versionNumber < Self.oldestVersion else { return .good("database", text) }
        return .bad("database", text, remedy: "ShortPulse needs PostgreSQL 15 or newer")
    }

    private func encryption(_ way: Connection.Way) -> Finding {
        if way.isLocal, !way.isEncrypted { return .good("encryption", "not needed: the server is on this machine") }
        guard way.isEncrypted else {
            return .bad(
                "encryption", "everything travels in clear, the password's proof as well",
                remedy: "add sslmode=verify-full to DATABASE_URL")
        }
        guard way.encryptionMode == "verify-full" else {
            return .advice(
                "encryption", "sslmode is \(way.encryptionMode): anybody on the way can pass for the server",
                remedy: "add sslmode=verify-full&sslrootcert=FILE to DATABASE_URL, with your provider's certificate")
        }
        return .good("encryption", "the server's certificate and name were verified")
    }

    private func pooler(_ examined: DatabaseExamination) -> Finding {
        switch examined.pooler {
        case .none: .good("pooler", "none: the connection is the server's own")
        case .session: .good("pooler", "one that keeps a server for each connection")
        case .transaction:
            .advice(
                "pooler", "one that shares servers between transactions, which ShortPulse bears",
                remedy: "only shortpulse-backup and shortpulse-restore need the direct address")
        }
    }

    private func schema(_ connection: borrowing Connection) -> [Finding] {
        var findings: [Finding] = []
        for schema in [installation.schema, installation.schema.sample] {
            do {
                try Migrator(schema: schema).requireCurrent(connection)
                findings.append(.good("tables", "\(schema.name) is of this version"))
            } catch let error as StorageError {
                // Its words end with what to do.
                findings.append(Finding(verdict: .bad, subject: "tables", text: "\(error)", remedy: nil))
            } catch {
                findings.append(
                    .bad(
                        "tables", "\(error)",
                        remedy: "let the owner of the tables run shortpulse-ingest migrate --roles"))
            }
        }
        return findings
    }

    private func privileges(_ examined: DatabaseExamination) -> Finding {
        let remedy = "see migrate --roles"
        if examined.isSuperuser {
            return .bad(
                "privileges", "\(examined.role) is a superuser, who passes by what keeps observations from change",
                remedy: "use a role that owns the database and no more; \(remedy)")
        }
        guard examined.mayMakeTemporaryTables else {
            return .bad(
                "privileges", "\(examined.role) may make no temporary tables, which ingestion does",
                remedy: "GRANT TEMPORARY ON DATABASE ... TO \"\(examined.role)\"")
        }
        guard let owns = examined.ownsObservations else {
            return .unknown("privileges", "there are no tables yet")
        }
        if owns {
            let text = "\(examined.role) owns the tables"
            guard !examined.hasAccessRoles else {
                return .advice(
                    "privileges", "\(text), though there are roles that only read and append",
                    remedy: "name those in the DATABASE_URL of the services")
            }
            return .good("privileges", "\(text); where others use this database too, \(remedy)")
        }
        switch (examined.mayRead, examined.mayAppend) {
        case (true, true): return .good("privileges", "\(examined.role) reads and appends, and owns nothing")
        case (true, false):
            return .good("privileges", "\(examined.role) reads, as the responders do; it ingests nothing")
        default: return .bad("privileges", "\(examined.role) may not read the tables", remedy: remedy)
        }
    }

    /// Measured against the server's, which some provider keeps right, or the same machine.
    private func clock(_ examined: DatabaseExamination, since before: Instant) -> Finding {
        let after = Installation.now()
        let isEarly = examined.serverTime.microseconds(since: after) > Self.mostClockError
        let isLate = before.microseconds(since: examined.serverTime) > Self.mostClockError
        guard isEarly || isLate else { return .good("clock", "it agrees with the database's") }
        let difference = abs(examined.serverTime.microseconds(since: after)) / Microseconds.second
        return .bad(
            "clock", "it and the database's differ by \(difference) s",
            remedy: "have one of them set by the network (timedatectl set-ntp true)")
    }
}
