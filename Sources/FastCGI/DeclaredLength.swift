/// How long a request says its body is, and what is read of it.
struct DeclaredLength {
    /// The value of `CONTENT_LENGTH`, 0 where it is empty or missing.
    let count: Int

    /// Throws `Refusal` for what is no number or more than `limit`.
    init(_ parameters: [String: String], limit: Int) throws(Refusal) {
        let text = parameters["CONTENT_LENGTH"] ?? ""
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.utf8.allSatisfy(digits.contains) else { throw .incompleteBody }
        // Digits that are too many for an integer are too many for any limit.
        count = text.isEmpty ? 0 : Int(text) ?? .max
        guard count <= limit else { throw .bodyTooLarge }
    }

    /// Throws `Refusal` unless `body`, read to its end, is as long as declared.
    func check(_ body: [UInt8]) throws(Refusal) {
        guard body.count == count else { throw .incompleteBody }
    }
}
