package import Postgres
package import Reels
import Scoring

/// `COPY` takes no parameters, so the values stand in the text: platforms' names and instants, all of our own writing.
extension StateLoader {
    /// What is asked of one platform.
    struct Scope {
        let platform: Platform
        /// Nothing that was seen later.
        let asOf: Instant
        /// The run before the newest one, where there was one.
        let previous: Instant?

        var reach: DataReach { DataReach(asOf: asOf, previous: previous) }
    }

    /// Whole rows of states, in this order.
    private static let stateColumns = """
        scraped_at, publish_time, views, likes, comments, shares, saves, reel_id, reel_url, creator_username, caption_text
        """

    private var events: String { schema.quoted + ".reels_raw_events" }
    private var latest: String { schema.quoted + ".reels_latest_state" }

    private func copy(_ name: String, _ select: String) -> Query {
        "-- \(unescaped: name)\nCOPY (\n\(unescaped: select)\n) TO STDOUT (FORMAT binary)"
    }

    private func sightings(_ condition: String) -> String {
        // In the order of the covering index, so that the sightings of a reel come together; the newest says when it was
        // published.
        """
        SELECT scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, views, views_source, source_surface, reel_id
        FROM \(events)
        WHERE \(condition)
        ORDER BY platform, reel_id, scraped_at DESC
        """
    }

    /// Every sighting that counts.
    func sightings(_ scope: Scope) -> Query {
        copy(
            "states.sightings",
            sightings("platform = \(literal: scope.platform) AND \(seen(scope.reach.seenSince, scope.asOf))"))
    }

    /// The sightings at `times`.
    func sightings(_ scope: Scope, at times: [Instant]) -> Query {
        copy("states.new_sightings", sightings("platform = \(literal: scope.platform) AND \(seen(at: times))"))
    }

    /// Number of sightings at `times`.
    func countOfSightings(_ platform: Platform, at times: [Instant]) -> Query {
        """
        -- states.count_new
        SELECT count(*) FROM \(unescaped: events)
        WHERE platform = \(unescaped: "\(literal: platform)") AND \(unescaped: seen(at: times))
        """
    }

    /// The latest states.
    func latestStates(_ scope: Scope) -> Query {
        copy(
            "states.latest",
            """
            SELECT \(Self.stateColumns) FROM \(latest)
            WHERE platform = \(literal: scope.platform) AND (\(counts(scope)))
            """)
    }

    /// The latest states of the reels that were seen at `times`.
    func latestStates(_ scope: Scope, seenAt times: [Instant]) -> Query {
        copy(
            "states.new_latest",
            """
            SELECT \(Self.stateColumns) FROM \(latest)
            JOIN (
                SELECT DISTINCT reel_id FROM \(events) WHERE platform = \(literal: scope.platform) AND \(seen(at: times))
            ) AS seen USING (reel_id)
            WHERE platform = \(literal: scope.platform)
            """)
    }

    /// The states as of the scope's instant. The bounds in time keep it to a few partitions.
    func statesAsOf(_ scope: Scope) -> Query {
        copy(
            "states.as_of",
            """
            SELECT * FROM (
                SELECT DISTINCT ON (reel_id) \(Self.stateColumns) FROM \(events)
                WHERE platform = \(literal: scope.platform) AND \(seen(scope.reach.seenSince, scope.asOf))
                ORDER BY reel_id, scraped_at DESC
            ) AS state
            WHERE \(counts(scope))
            """)
    }

    /// The states as of `previous` of the reels that were seen after it.
    func statesBefore(_ scope: Scope, previous: Instant) -> Query {
        copy(
            "states.previous",
            """
            SELECT DISTINCT ON (reel_id)
                scraped_at, publish_time, views, likes, comments, shares, saves, reel_id
            FROM \(events)
            JOIN (
                SELECT DISTINCT reel_id FROM \(events)
                WHERE platform = \(literal: scope.platform)
                    AND scraped_at > \(literal: previous) AND scraped_at <= \(literal: scope.asOf)
            ) AS seen USING (reel_id)
            WHERE platform = \(literal: scope.platform) AND \(seen(scope.reach.seenSince, previous))
            ORDER BY reel_id, scraped_at DESC
            """)
    }

    /// Whether a state counts. What was seen since the run before may have been in a cohort then, whatever is said now of its
    /// publication.
    private func counts(_ scope: Scope) -> String {
        let isNew = scope.previous.map { " OR scraped_at > \(literal: $0)" } ?? ""
        return "publish_time >= \(literal: scope.reach.publishedSince)\(isNew)"
    }

    private func seen(_ first: Instant, _ last: Instant) -> String {
        "scraped_at BETWEEN \(literal: first) AND \(literal: last)"
    }

    private func seen(at times: [Instant]) -> String {
        "scraped_at IN (\(times.map { "\(literal: $0)" }.joined(separator: ", ")))"
    }
}

extension String.StringInterpolation {
    fileprivate mutating func appendInterpolation(literal platform: Platform) {
        appendLiteral("'\(platform.rawValue)'")
    }

    fileprivate mutating func appendInterpolation(literal instant: Instant) {
        appendLiteral("'\(instant.iso8601)'")
    }
}

extension StateLoader {
    /// The statements that read every platform as of `instant`, or at its data clock: for measuring what reading alone costs.
    package func copyStatements(asOf instant: Instant?, _ connection: borrowing Connection) throws -> [String] {
        try clocks(connection).sorted { $0.key < $1.key }.flatMap { platform, clock in
            let scope = try scope(platform, asOf: instant ?? clock, connection)
            let states = instant == nil ? latestStates(scope) : statesAsOf(scope)
            let before = scope.previous.map { statesBefore(scope, previous: $0) }
            return ([sightings(scope), states] + [before].compactMap(\.self)).map(\.text)
        }
    }
}
