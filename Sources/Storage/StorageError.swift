/// Why the database could not be used as it stands; the description says which command mends it.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The schema has never been made, or lacks migrations that this program needs.
    case schemaBehind(schema: String, applied: Int, needed: Int)
    /// The schema was migrated by a newer program.
    case schemaAhead(schema: String, applied: Int, known: Int)
    /// A migration was applied that this program knows with another text.
    case checksumMismatch(schema: String, migration: String)
    /// Another run holds the place.
    case leaseHeld(by: LeaseHolder)
    /// Another process took the run for dead and closed it.
    case leaseLost(runID: String)
    /// What was counted is not what the database took.
    case countMismatch(expected: Int64, stored: Int64)
    /// An observation whose views were read from a field that this program does not know.
    case viewsSourceUnknown(String)

    /// The connection's own role lacks the privilege.
    case mayNotMakeRoles(role: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .schemaBehind(let schema, 0, _):
            "schema \"\(schema)\" has no tables yet: run shortpulse-ingest migrate"
        case .schemaBehind(let schema, let applied, let needed):
            "schema \"\(schema)\" is at version \(applied) and this program needs \(needed): run shortpulse-ingest migrate"
        case .schemaAhead(let schema, let applied, let known):
            "schema \"\(schema)\" is at version \(applied) and this program knows \(known): install the newer program"
        case .checksumMismatch(let schema, let migration):
            "schema \"\(schema)\": \(migration) was applied with another text: install the program that applied it"
        case .leaseHeld(let holder):
            "another ingestion is at work: \(holder); nothing was changed, try again when it has finished"
        case .leaseLost(let runID):
            "run \(runID) was taken over by another process, which took this one for dead: what it has kept goes on there"
        case .countMismatch(let expected, let stored):
            "\(expected) observations were to be stored and the database took \(stored): nothing was changed"
        case .viewsSourceUnknown(let source):
            "views were read from \"\(source)\", which this program does not know: install the newer program"
        case .mayNotMakeRoles(let role):
            "the role of DATABASE_URL may not make the role \"\(role)\": have one that may run what migrate --roles --print prints"
        }
    }
}

/// Who holds the place of the one active run.
public struct LeaseHolder: Sendable, Equatable, CustomStringConvertible {
    /// The active run.
    public var runID: String
    /// Where its process runs.
    public var host: String?
    /// That process.
    public var processID: Int64?

    /// A holder; see the members.
    package init(runID: String, host: String?, processID: Int64?) {
        self.runID = runID
        self.host = host
        self.processID = processID
    }

    /// For an operator.
    public var description: String {
        let process = processID.map { ", process \($0)" } ?? ""
        return "run \(runID)" + process + (host.map { " on \($0)" } ?? "")
    }
}
