import RunningStack
import System
import Testing

/// Gives a suite one stack for all of its tests: `Stack.shared`.
struct SharedStack: SuiteTrait, TestScoping {
    let settings: [String: String]

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await Stack.with(settings: settings, in: Checkout()) { stack in
            try await Stack.$shared.withValue(stack, operation: function)
        }
    }
}

extension Trait where Self == SharedStack {
    static func sharedStack(_ settings: [String: String] = [:]) -> SharedStack { SharedStack(settings: settings) }
}
