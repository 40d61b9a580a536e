/// What a server says before the body.
public struct HTTPResponseHead: Sendable {
    /// The status code.
    public let status: Int

    /// Names and values in the order of their arrival.
    public let headers: [(name: String, value: String)]

    /// An answer with that `status` and `headers`.
    public init(status: Int, headers: [(name: String, value: String)]) {
        self.status = status
        self.headers = headers
    }

    /// The value of the first header called `name`, in whatever letters; nil where there is none.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}
