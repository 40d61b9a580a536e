/// The input that a run was started with, as Apify keeps it.
public struct RemoteInput {
    private let value: JSONValue?

    /// The bytes of the record.
    public init(_ bytes: [UInt8]) {
        value = try? JSONReader.value(of: bytes)
    }

    /// Whether a run with this input may have been started with `posted`. Apify may add an actor's defaults to what was
    /// posted, and replace a secret by its encrypted form.
    public func mayComeFrom(_ posted: [UInt8]) -> Bool {
        guard case .object(let ours)? = try? JSONReader.value(of: posted), case .object(let theirs)? = value else {
            return false
        }
        return ours.allSatisfy { name, value in
            if case .string(let text)? = theirs[name], text.hasPrefix("ENCRYPTED_") { return true }
            return theirs[name] == value
        }
    }
}
