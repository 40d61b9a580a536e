/// Why a kept snapshot is not used. The description follows "it".
package enum SnapshotFileError: Error, Equatable, CustomStringConvertible {
    /// Another program's file.
    case foreign
    /// Of another version of this program.
    case format(UInt32)
    /// Of another database, schema or data set, or of tables that were migrated since.
    case otherSource
    /// Cut off or changed: its checksum, or what it counts, is not right.
    case damaged

    /// For the log.
    package var description: String {
        switch self {
        case .foreign: "is no snapshot of ShortPulse"
        case .format(let number): "has format \(number), and this program's is \(SnapshotFile.format)"
        case .otherSource: "is of another database or schema, or from before a migration"
        case .damaged: "is damaged or was cut off"
        }
    }
}
