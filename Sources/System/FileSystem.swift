import Glibc

/// How much room there is where a path lies.
public struct FileSystem: Sendable {
    /// Bytes that this account may still write.
    public let freeBytes: UInt64
    /// All of them.
    public let totalBytes: UInt64

    /// That of `path`. Throws `SystemError`.
    public init(of path: String) throws(SystemError) {
        var figures = statvfs()
        guard unsafe statvfs(path, &figures) == 0 else { throw .last("look at the file system of", path: path) }
        freeBytes = UInt64(figures.f_bavail) * UInt64(figures.f_frsize)
        totalBytes = UInt64(figures.f_blocks) * UInt64(figures.f_frsize)
    }
}
