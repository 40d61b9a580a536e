import Glibc

/// Whole files by path.
public enum File {
    /// All bytes of the file at `path`. Throws `SystemError`, with `EFBIG` when it is longer than `limit` bytes.
    public static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try open(path).readAll(limit: limit)
    }

    /// The file at `path`, open for reading. Throws `SystemError`.
    public static func open(_ path: String) throws(SystemError) -> FileDescriptor {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path: path) }
        return FileDescriptor(owning: descriptor, path: path)
    }

    /// When the file at `path` was last written: microseconds since 1970-01-01T00:00:00Z. Throws `SystemError`.
    public static func modificationTime(_ path: String) throws(SystemError) -> Int64 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .last("look at", path: path) }
        return status.st_mtim.microseconds
    }

    /// Puts `bytes` at `path`, whole or not at all: a reader, or a power cut, meets the old file or the new one.
    public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(SystemError) {
        let temporary = "\(path).\(SecureRandom.uuid())"
        do throws(SystemError) {
            try writeAndSync(bytes, to: temporary, mode: mode)
            guard unsafe rename(temporary, path) == 0 else { throw SystemError.last("write", path: path) }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        try sync(directoryOf: path)
    }

    private static func writeAndSync(_ bytes: [UInt8], to path: String, mode: UInt32) throws(SystemError) {
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .last("create", path: path) }
        let file = FileDescriptor(owning: descriptor, path: path)
        try file.write(bytes)
        guard fsync(file.rawValue) == 0 else { throw .last("write", path: path) }
    }

    /// The new name is safe only once its directory is on disk.
    static func sync(directoryOf path: String) throws(SystemError) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = try open(directory)
        guard fsync(file.rawValue) == 0 else { throw .last("write", path: directory) }
    }
}
