import Postgres

/// How long a run waits for a database that went away: it is restarted within seconds, as a rule.
struct DatabasePatience {
    private var waited = Duration.zero
    private var next = Duration.milliseconds(250)

    private static let longestPause = Duration.seconds(5)
    private static let limit = Duration.seconds(60)

    /// Runs `body`, again and again while the database is away. It must bear being run twice: an answer may be lost on its way.
    mutating func retrying<R>(_ pause: (Duration) -> Void, _ body: () throws -> R) throws -> R {
        while true {
            let start = ContinuousClock.now
            do {
                let value = try body()
                self = DatabasePatience()
                return value
            } catch let error as PostgresError {
                // An attempt that waits for an answer wears patience out as pauses do.
                waited += ContinuousClock.now - start
                guard let delay = delay(after: error) else { throw error }
                pause(delay)
            }
        }
    }

    /// The pause before the next attempt; nil where none is worth making.
    private mutating func delay(after error: PostgresError) -> Duration? {
        guard Self.mayPass(error), waited < Self.limit else { return nil }
        defer {
            waited += next
            next = min(next * 2, Self.longestPause)
        }
        return next
    }

    /// Whether it may be another answer in a moment: no answer at all, a server that is shutting down, starting, or full.
    private static func mayPass(_ error: PostgresError) -> Bool {
        switch error.code {
        case .unreachable, .timedOut: true
        case .refused(let state): ["57P01", "57P02", "57P03", "53300"].contains(state) || state.hasPrefix("08")
        case .badAddress, .unexpectedAnswer: false
        }
    }
}
