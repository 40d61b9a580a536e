/// The three streams that every process is given. Nobody owns or closes them.
public enum StandardStream {
    /// Where input comes from.
    public static let input = BorrowedDescriptor(0, path: "standard input")

    /// Where results go.
    public static let output = BorrowedDescriptor(1, path: "standard output")

    /// Where messages go.
    public static let error = BorrowedDescriptor(2, path: "standard error")
}
