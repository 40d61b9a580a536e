import Compression
import Scoring
import System

extension SnapshotFile {
    /// Only its owner may read it.
    private static let mode: UInt32 = 0o600

    /// Puts what `build` is built from in the file's place, column by column. Before each piece it is given to `check`, which
    /// may throw to give up.
    ///
    /// - Throws: `SystemError`, and what `check` throws.
    package func write(_ build: SnapshotBuilder.Build, check: () throws -> Void = {}) throws {
        try File.replace(path, mode: Self.mode) { file in
            try withoutActuallyEscaping(check) { check in
                var checksum = Checksum()
                var writer = ColumnWriter { bytes in
                    try check()
                    checksum.add(bytes)
                    try file.write(bytes)
                }
                try writer.write(bytes: Self.magic[...])
                try writer.write(Self.format)
                try writer.write(bytes: source[...])
                try KeptColumns(build).write(to: &writer)
                try writer.finish()
                try writer.write(checksum.value)
                try writer.finish()
            }
        }
    }
}
