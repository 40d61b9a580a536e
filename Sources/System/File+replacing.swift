import Glibc

extension File {
    /// Puts what `write` writes at `path`, whole or not at all: a reader, or a power cut, meets the old file or the new one. Of
    /// several that do so one at a time writes, to `path.new`; the others wait at `path.lock`, which stays there.
    ///
    /// - Throws: `SystemError`, and what `write` throws.
    public static func replace(
        _ path: String, mode: UInt32, _ write: (BorrowedDescriptor) throws -> Void
    ) throws {
        let lock = try open("\(path).lock", O_RDWR | O_CREAT, mode: mode)
        guard retryingInterrupted({ Int(flock(lock.rawValue, LOCK_EX)) }) == 0 else {
            throw SystemError.last("lock", path: "\(path).lock")
        }
        defer { withExtendedLifetime(lock) {} }
        let temporary = "\(path).new"
        do {
            // One that a process left that was killed.
            unsafe unlink(temporary)
            let file = try open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
            try write(file.borrowed)
            guard fsync(file.rawValue) == 0 else { throw SystemError.last("write", path: path) }
            guard unsafe rename(temporary, path) == 0 else { throw SystemError.last("write", path: path) }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        try sync(directoryOf: path)
    }

    /// Hands `body` the regular file at `path`, open for reading, and its length in bytes.
    ///
    /// - Throws: `SystemError`, with `EINVAL` where something else is there, and what `body` throws.
    public static func read<Value>(_ path: String, _ body: (BorrowedDescriptor, Int) throws -> Value) throws -> Value {
        // Opening a named pipe would wait for its writer.
        let file = try open(path, O_RDONLY | O_NONBLOCK)
        defer { withExtendedLifetime(file) {} }
        var status = stat()
        guard unsafe fstat(file.rawValue, &status) == 0 else { throw SystemError.last("look at", path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SystemError("read", code: EINVAL, path: path, detail: "it is no regular file")
        }
        return try body(file.borrowed, Int(status.st_size))
    }

    private static func open(_ path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) -> FileDescriptor {
        let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw .last("open", path: path) }
        return FileDescriptor(owning: descriptor, path: path)
    }
}
