/// A variable that is missing or cannot be read. The description names it and repeats no secret.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The variable's name.
    public let variable: String
    /// What is wrong with it.
    public let problem: String

    /// `problem` follows the variable's name in a sentence, and holds no secret.
    public init(variable: String, problem: String) {
        self.variable = variable
        self.problem = problem
    }

    /// One line for the operator.
    public var description: String { "\(variable) \(problem)" }
}
