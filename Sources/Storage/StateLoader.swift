public import Postgres
public import Reels
public import Scoring

/// Reads the states that cohorts are cut from, by binary `COPY` straight into columns.
public struct StateLoader: Sendable {
    private let schema: Schema

    /// From one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// What changes whenever a finished run has brought something: cheap to ask for again and again.
    public func version(_ connection: borrowing Connection) throws(PostgresError) -> String {
        let rows = try connection.execute(
            """
            -- states.version
            SELECT count(*) || '/' || coalesce(max(finished_at)::text, '') || '/' || coalesce(sum(items_observed), 0)
            FROM \(unescaped: schema.quoted).ingestion_runs WHERE items_observed > 0 AND finished_at IS NOT NULL
            """)
        return rows.text(0, 0) ?? ""
    }

    /// The latest state of every platform at its own data clock, and the version it belongs to, read at one point in time.
    public func current(_ connection: borrowing Connection) throws -> (states: [ReelStates], version: String) {
        try atOnePointInTime(connection) { connection in
            let version = try version(connection)
            return (try latest(clocks(connection), connection), version)
        }
    }

    /// The latest state of each platform at its data clock, as ``clocks(_:)`` gave it in the same transaction.
    public func latest(_ clocks: [Platform: Instant], _ connection: borrowing Connection) throws -> [ReelStates] {
        try clocks.sorted { $0.key < $1.key }.map { platform, clock in
            try read(latestState(platform, clock), platform: platform, asOf: clock, connection)
        }
    }

    /// The state of each named platform at its instant, from the observations.
    public func states(asOf clocks: [Platform: Instant], _ connection: borrowing Connection) throws -> [ReelStates] {
        try clocks.sorted { $0.key < $1.key }.map { platform, instant in
            try read(stateAsOf(platform, instant), platform: platform, asOf: instant, connection)
        }
    }

    /// Runs `body` in a transaction all of whose statements see the same data, whatever is stored meanwhile.
    public func atOnePointInTime<R>(
        _ connection: borrowing Connection, _ body: (borrowing Connection) throws -> R
    ) throws -> R {
        try connection.transaction { connection in
            try connection.execute("-- states.isolate\nSET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            return try body(connection)
        }
    }

    /// Each platform's data clock.
    public func clocks(_ connection: borrowing Connection) throws -> [Platform: Instant] {
        let rows = try connection.execute(
            """
            -- states.clocks
            SELECT platform, \(unescaped: RunStore.micros("max(scraped_at)"))
            FROM \(unescaped: schema.quoted).reels_latest_state GROUP BY platform
            """)
        var clocks: [Platform: Instant] = [:]
        for row in 0..<rows.count {
            guard let platform = rows.text(row, 0).flatMap(Platform.init(rawValue:)) else { continue }
            clocks[platform] = try rows.instant(row, 1)
        }
        return clocks
    }

    private static let columns = """
        reel_id, scraped_at, publish_time, publish_time_is_exact, views, views_source, likes, comments, shares, saves, reel_url,
        creator_username, caption_text
        """

    /// COPY takes no parameters, so the values stand in the text: a platform's name and an instant, both of our own writing.
    private func latestState(_ platform: Platform, _ clock: Instant) -> Query {
        """
        -- states.latest
        COPY (
            SELECT \(unescaped: Self.columns) FROM \(unescaped: schema.quoted).reels_latest_state
            WHERE platform = '\(unescaped: platform.rawValue)'
                AND publish_time >= '\(unescaped: Self.earliest(clock).iso8601)'
        ) TO STDOUT (FORMAT binary)
        """
    }

    private func stateAsOf(_ platform: Platform, _ instant: Instant) -> Query {
        """
        -- states.as_of
        COPY (
            SELECT * FROM (
                SELECT DISTINCT ON (reel_id) \(unescaped: Self.columns)
                FROM \(unescaped: schema.quoted).reels_raw_events
                WHERE platform = '\(unescaped: platform.rawValue)' AND scraped_at <= '\(unescaped: instant.iso8601)'
                ORDER BY reel_id, scraped_at DESC
            ) AS state
            WHERE publish_time >= '\(unescaped: Self.earliest(instant).iso8601)'
        ) TO STDOUT (FORMAT binary)
        """
    }

    private static func earliest(_ asOf: Instant) -> Instant {
        max(asOf.advanced(byMicroseconds: -Window.longest.microseconds), .earliest)
    }

    private func read(
        _ query: Query, platform: Platform, asOf: Instant, _ connection: borrowing Connection
    ) throws -> ReelStates {
        var states = ReelStates(platform: platform, asOf: asOf)
        try connection.copyOut(query) { row, fields in
            states.append(try Self.observation(row, &fields, platform))
        }
        return states
    }

    private static func observation(
        _ row: Span<UInt8>, _ fields: inout CopyFields, _ platform: Platform
    ) throws -> Observation {
        let reelID = try fields.required(fields.text(row))
        let scrapedAt = Instant(microseconds: try fields.required(fields.microseconds(row)))
        let publishTime = Instant(microseconds: try fields.required(fields.microseconds(row)))
        let publishTimeIsExact = try fields.required(fields.boolean(row))
        let views = try fields.required(fields.integer(row))
        let viewsSource = try fields.required(ViewsSource(rawValue: fields.text(row) ?? ""))
        let likes = try fields.integer(row)
        let comments = try fields.integer(row)
        let shares = try fields.integer(row)
        let saves = try fields.integer(row)
        return Observation(
            key: ReelKey(reelID: reelID, platform: platform), scrapedAt: scrapedAt, publishTime: publishTime,
            publishTimeIsExact: publishTimeIsExact, views: views, viewsSource: viewsSource,
            reelURL: try fields.text(row), creatorUsername: try fields.text(row), likes: likes, comments: comments,
            shares: shares, saves: saves, captionText: try fields.text(row))
    }
}
