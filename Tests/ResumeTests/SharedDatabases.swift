import Testing

/// Gives a suite and all within it a few servers of their own: `SharedDatabases.all`. Several, since a restart is felt by everybody.
struct SharedDatabases: SuiteTrait, TestScoping {
    @TaskLocal static var all: [PrivateDatabase] = []

    /// With time for everything there are more things to try at once.
    private static let count = Lots.isSoak ? 6 : 3

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let databases = try Workers.map(Array(1...Self.count), with: Array(1...Self.count)) { _, _ in
            try PrivateDatabase()
        }
        try await Self.$all.withValue(databases, operation: function)
    }
}

extension Trait where Self == SharedDatabases {
    static var sharedDatabases: SharedDatabases { SharedDatabases() }
}
