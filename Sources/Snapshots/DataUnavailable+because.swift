import Postgres
public import Site
import Storage

extension DataUnavailable {
    /// Words that are safe to show: an installation's host names and statements go to `report` alone.
    public static func because(_ error: any Error, _ report: (String) -> Void) -> DataUnavailable {
        if let gone = error as? MonthsDetached { return DataUnavailable("\(gone)", isForGood: true) }
        report("\(error)")
        switch error {
        case let error as PostgresError where SQLState.missingObject.contains(error.sqlState ?? ""):
            return DataUnavailable(
                "The database's tables are not those of this program: run shortpulse-ingest migrate.")
        case let error as StorageError: return DataUnavailable("\(error)")
        default: return DataUnavailable("The database cannot be reached.")
        }
    }
}
