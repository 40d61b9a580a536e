import System
import Testing

/// Gives a suite one stack for all of its tests: `Stack.shared`.
struct SharedStack: SuiteTrait, TestScoping {
    let settings: [String: String]

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let stack = try await Stack.start(in: Checkout(), settings: settings)
        do {
            try await Stack.$shared.withValue(stack, operation: function)
        } catch {
            try await stack.stop(.terminate)
            throw error
        }
        try await stack.stop(.terminate)
    }
}

extension Trait where Self == SharedStack {
    static func sharedStack(_ settings: [String: String] = [:]) -> SharedStack { SharedStack(settings: settings) }
}
