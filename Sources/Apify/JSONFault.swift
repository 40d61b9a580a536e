/// Why some bytes are no JSON, and where.
package struct JSONFault: Error, Equatable, CustomStringConvertible {
    /// What is wrong, in words.
    package var problem: String
    /// Offset of the byte, from 0.
    package var offset: Int

    package var description: String { "\(problem) at byte \(offset)" }
}
