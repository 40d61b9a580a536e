/// The two ends of a pipe.
public struct Pipe: ~Copyable, Sendable {
    /// Where it is read.
    public let reading: FileDescriptor

    /// Where it is written; readers see the end once every copy of it is closed.
    public let writing: FileDescriptor

    /// Closes this side's writing end and keeps the other.
    public consuming func closingWriting() -> FileDescriptor {
        reading
    }
}
