package import Scoring
package import Storage
import System

/// Where what a snapshot is built from is kept, for a start without the database: the columns as they were read, and no number
/// that was computed, so that the same comes of it as of the database.
///
/// The bytes, little-endian: a magic, the format's number, what the file is of (``source``), the columns, and a CRC-32 of all
/// before it.
package struct SnapshotFile: Sendable {
    static let magic: [UInt8] = Array("shortpls".utf8)
    /// To be counted up with every change to what is written: other formats are not read.
    static let format: UInt32 = 2

    /// The file's path.
    package let path: String
    /// SHA-256 of the names of database, schema and data set, and of the newest migration.
    let source: [UInt8]

    /// In `folder`, for what comes from `schema` of `database`.
    package init(inFolder folder: String, _ dataset: Dataset, _ schema: Schema, of database: Database) {
        path = "\(folder)/\(schema.name).snapshot"
        let migration = Migration.all.last?.version ?? 0
        let names = [database.place, schema.name, dataset.rawValue, "\(migration)"].joined(separator: "\0")
        source = SHA256.digest(names.utf8)
    }
}
