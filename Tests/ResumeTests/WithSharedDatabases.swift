import Testing
import Trials

/// Gives a suite and all within it a few servers of their own: `SharedDatabases.all`.
struct WithSharedDatabases: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await SharedDatabases.provide(function)
    }
}

extension Trait where Self == WithSharedDatabases {
    static var sharedDatabases: WithSharedDatabases { WithSharedDatabases() }
}
