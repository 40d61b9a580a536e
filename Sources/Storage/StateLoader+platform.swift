public import Postgres
public import Reels
public import Scoring

extension StateLoader {
    /// Everything about `platform` at its data clock, which ``clocks(_:)`` gave in the same transaction.
    public func present(
        _ platform: Platform, clock: Instant, _ connection: borrowing Connection, _ progress: LoadingProgress = .none
    ) throws -> PlatformData {
        let scope = try scope(platform, asOf: clock, connection)
        return try data(scope, states: latestStates(scope), connection, progress)
    }

    /// Everything about `platform` as of `instant`, from the observations.
    public func past(
        _ platform: Platform, asOf instant: Instant, _ connection: borrowing Connection,
        _ progress: LoadingProgress = .none
    ) throws -> PlatformData {
        let scope = try scope(platform, asOf: instant, connection)
        return try data(scope, states: statesAsOf(scope), connection, progress)
    }

    /// The latest state of each platform at its data clock, as ``clocks(_:)`` gave it in the same transaction.
    public func latest(_ clocks: [Platform: Instant], _ connection: borrowing Connection) throws -> [ReelStates] {
        try clocks.sorted { $0.key < $1.key }.map { platform, clock in
            let scope = Scope(platform: platform, asOf: clock, previous: nil)
            return try states(latestStates(scope), into: ReelStates(platform: platform, asOf: clock), connection)
        }
    }

    /// The state of each named platform at its instant, from the observations.
    public func states(asOf clocks: [Platform: Instant], _ connection: borrowing Connection) throws -> [ReelStates] {
        try clocks.sorted { $0.key < $1.key }.map { platform, instant in
            let scope = Scope(platform: platform, asOf: instant, previous: nil)
            return try states(statesAsOf(scope), into: ReelStates(platform: platform, asOf: instant), connection)
        }
    }

    func scope(_ platform: Platform, asOf: Instant, _ connection: borrowing Connection) throws -> Scope {
        let newest = try newestTime(platform, before: asOf.advanced(byMicroseconds: 1), connection)
        let previous = try newest.flatMap { try newestTime(platform, before: $0, connection) }
        return Scope(platform: platform, asOf: asOf, previous: previous)
    }

    private func data(
        _ scope: Scope, states query: Query, _ connection: borrowing Connection, _ progress: LoadingProgress
    ) throws -> PlatformData {
        let expected = try expectedReels(connection)
        var history = SightingHistory(platform: scope.platform, since: scope.reach.seenSince)
        history.reserve(expected)
        try add(sightings(scope), to: &history, connection)
        history.countWhenRead = history.count
        try progress.history(history)
        let previous = try previous(scope, history, connection)
        var empty = ReelStates(platform: scope.platform, asOf: scope.asOf, reels: history.reels)
        empty.reserve(expected)
        let states = try states(query, into: empty, connection)
        try progress.states(states, history)
        return PlatformData(states: states, history: history, previous: previous)
    }

    /// About so many reels there are, as PostgreSQL's planner has it; 0 where it does not know.
    private func expectedReels(_ connection: borrowing Connection) throws -> Int {
        let rows = try connection.execute(
            """
            -- states.expected
            SELECT greatest(0, least(reltuples * 1.05, 2000000))::bigint FROM pg_class
            WHERE oid = \("\(schema.quoted).reels_latest_state")::regclass
            """)
        return rows.count == 0 ? 0 : Int(try rows.integer(0, 0) ?? 0)
    }

    /// Adds the rows of `query` to `history`.
    func add(_ query: Query, to history: inout SightingHistory, _ connection: borrowing Connection) throws {
        try connection.copyOut(query) { row, fields in
            let scrapedAt = try fields.instant(row)
            let publishTime = try fields.instant(row)
            let publishTimeIsExact = try fields.required(fields.boolean(row))
            let scrapedAtIsExact = try fields.required(fields.boolean(row))
            let views = try fields.required(fields.integer(row))
            let stratum = try history.names.stratum(
                viewsSource: { bytes in try fields.text(row, appendingTo: &bytes) },
                surface: { bytes in try fields.text(row, appendingTo: &bytes) })
            let sighting = Sighting(
                scrapedAt: scrapedAt, views: views, stratum: scrapedAtIsExact ? stratum : nil)
            let seen = PublishedSighting(sighting, publishTime: publishTime, isExact: publishTimeIsExact)
            try history.add(seen) { bytes in _ = try fields.text(row, appendingTo: &bytes) }
        }
        history.settle()
    }

    /// The rows of `query` after those of `empty`.
    func states(
        _ query: Query, into empty: ReelStates, _ connection: borrowing Connection
    ) throws -> ReelStates {
        var states = empty
        try connection.copyOut(query) { row, fields in
            try Self.addCounters(row, &fields, to: &states)
            try states.appendTexts { bytes in try fields.text(row, appendingTo: &bytes) }
        }
        states.settle()
        return states
    }

    /// How the reels that were seen since the run before stood then; nil where there was none.
    func previous(
        _ scope: Scope, _ history: SightingHistory, _ connection: borrowing Connection
    ) throws -> ReelStates? {
        guard let previous = scope.previous else { return nil }
        var states = ReelStates(platform: scope.platform, asOf: previous, reels: history.reels)
        try connection.copyOut(statesBefore(scope, previous: previous)) { row, fields in
            try Self.addCounters(row, &fields, to: &states)
            try states.appendIdentifier { bytes in try fields.text(row, appendingTo: &bytes) }
        }
        states.settle()
        return states
    }

    private static func addCounters(
        _ row: Span<UInt8>, _ fields: inout CopyFields, to states: inout ReelStates
    ) throws {
        states.append(
            scrapedAt: try fields.instant(row), publishTime: try fields.instant(row),
            views: try fields.required(fields.integer(row)), likes: try fields.integer(row),
            comments: try fields.integer(row), shares: try fields.integer(row), saves: try fields.integer(row))
    }
}

extension CopyFields {
    /// The next field, a time that is never null.
    fileprivate mutating func instant(_ row: Span<UInt8>) throws(PostgresError) -> Instant {
        Instant(microseconds: try required(microseconds(row)))
    }
}
