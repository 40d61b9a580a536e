import Compression
import Scoring
import Storage
import System

extension SnapshotFile {
    private static let checksumSize = 4
    private static let pieceSize = 1 << 16

    /// What stands in the file, built; nil where there is no file.
    ///
    /// - Throws: `SnapshotFileError`, `SystemError`.
    package func read(by builder: SnapshotBuilder) throws -> SnapshotBuilder.Build? {
        let kept: KeptColumns
        do {
            kept = try File.read(path) { file, length in try columns(file, length) }
        } catch let error as SystemError where error.isNotFound {
            return nil
        } catch is ColumnsDamaged {
            throw SnapshotFileError.damaged
        }
        return try builder.again(
            kept.platforms, version: kept.version, runs: kept.runs, answerableSince: kept.answerableSince)
    }

    /// Nothing of it is returned before the checksum was found right.
    private func columns(_ file: BorrowedDescriptor, _ length: Int) throws -> KeptColumns {
        var checksum = Checksum()
        var left = length - Self.checksumSize
        guard left >= 0 else { throw ColumnsDamaged() }
        var reader = ColumnReader(count: left) {
            guard left > 0 else { return [] }
            let bytes = try file.read(atMost: min(left, Self.pieceSize))
            left -= bytes.count
            checksum.add(bytes)
            return bytes
        }
        try requireSource(&reader)
        let kept = try KeptColumns(from: &reader)
        guard reader.remaining == 0 else { throw ColumnsDamaged() }
        var end = ColumnReader(count: Self.checksumSize) { try file.read(atMost: Self.checksumSize) }
        guard try end.number() == checksum.value else { throw ColumnsDamaged() }
        return kept
    }

    private func requireSource(_ reader: inout ColumnReader) throws {
        guard try reader.bytes(Self.magic.count) == Self.magic else { throw SnapshotFileError.foreign }
        let format = try reader.number(UInt32.self)
        guard format == Self.format else { throw SnapshotFileError.format(format) }
        guard try reader.bytes(source.count) == source else { throw SnapshotFileError.otherSource }
    }
}
