/// A few servers of a suite's own. Several, since a restart is felt by everybody.
package enum SharedDatabases {
    /// Those of the suite that is being run.
    @TaskLocal package static var all: [PrivateDatabase] = []

    /// With time for everything there are more things to try at once.
    private static let count = Lots.isSoak ? 6 : 3

    /// Runs `body` with servers that are gone afterwards.
    package static func provide(_ body: @Sendable () async throws -> Void) async throws {
        let databases = try Workers.map(Array(1...count), with: Array(1...count)) { _, _ in try PrivateDatabase() }
        try await $all.withValue(databases, operation: body)
    }
}
