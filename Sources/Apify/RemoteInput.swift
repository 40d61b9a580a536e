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
            return theirs[name].map { $0.isSameValue(as: value) } ?? false
        }
    }
}

extension JSONValue {
    /// Whether both say the same, however their numbers are written.
    fileprivate func isSameValue(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left == right || Double(left) == Double(right)
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSameValue(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { name, value in right[name].map { value.isSameValue(as: $0) } ?? false }
        default: self == other
        }
    }
}
