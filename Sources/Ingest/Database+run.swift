import Postgres
import Storage
import System

extension Database {
    /// A connection for a run: to a schema that this program knows, with partitions for what the run will bring.
    func connectForRun(_ schema: Schema) throws -> Connection {
        let connection = try connect()
        let migrator = Migrator(schema: schema)
        try migrator.requireCurrent(connection)
        try migrator.makePartitionsAhead(connection)
        return connection
    }
}

extension Lease {
    /// The process that asks.
    static var ofThisProcess: Lease {
        Lease(host: CurrentProcess.hostName, processID: Int64(CurrentProcess.identifier))
    }

    /// Whether nobody on this machine works on a run for that process any more, seen from one that is about to begin a run, and so
    /// works on none: its own number was another's, before a restart.
    static func isGone(_ processID: Int64) -> Bool {
        processID == ofThisProcess.processID || !RunningProcess.exists(processID)
    }
}
