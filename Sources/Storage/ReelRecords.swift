public import Postgres
public import Reels

/// Reads everything that is kept of one reel.
public struct ReelRecords: Sendable {
    private let schema: Schema

    /// From one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Every observation of `key` made not later than `instant`; none where it was never seen by then. One index look-up a month.
    public func record(
        of key: ReelKey, until instant: Instant, _ connection: borrowing Connection
    ) throws -> ReelRecord {
        // Otherwise a month could be detached between the two, and be missed by both.
        try StateLoader(schema: schema).atOnePointInTime(connection) { connection in
            let observations = try observations(of: key, until: instant, connection)
            let published = observations.last?.seen.publishTime ?? .earliest
            let missing = try EventMonths(schema: schema).detached(connection).filter { month in
                month.start <= instant && month.end > published
            }
            return ReelRecord(observations: observations, missingMonths: missing.map(\.description))
        }
    }

    private static let columns = """
        \(RunStore.micros("scraped_at")), \(RunStore.micros("publish_time")), publish_time_is_exact, scraped_at_is_exact,
        views, views_source, likes, comments, shares, saves, reel_url, creator_username, caption_text,
        audio_id, audio_name, hashtags, duration_seconds, source_surface, run_id
        """

    private func observations(
        of key: ReelKey, until instant: Instant, _ connection: borrowing Connection
    ) throws -> [KeptObservation] {
        // What was seen last stays known, though its month was detached.
        let rows = try connection.execute(
            """
            -- reel.observations
            SELECT \(unescaped: Self.columns) FROM \(unescaped: schema.quoted).reels_raw_events
            WHERE reel_id = \(key.reelID)::text AND platform = \(key.platform.rawValue)::text
                AND scraped_at <= \(instant)::timestamptz
            UNION ALL
            SELECT \(unescaped: Self.columns) FROM \(unescaped: schema.quoted).reels_latest_state AS state
            WHERE reel_id = \(key.reelID)::text AND platform = \(key.platform.rawValue)::text
                AND scraped_at <= \(instant)::timestamptz AND NOT EXISTS (
                    SELECT FROM \(unescaped: schema.quoted).reels_raw_events AS event
                    WHERE event.reel_id = state.reel_id AND event.platform = state.platform
                        AND event.scraped_at = state.scraped_at
                )
            ORDER BY 1
            """)
        return try (0..<rows.count).map { try Self.observation(of: key, rows, $0) }
    }

    private static func observation(
        of key: ReelKey, _ rows: borrowing Rows, _ row: Int
    ) throws -> KeptObservation {
        let source = rows.text(row, 5) ?? ""
        guard let viewsSource = ViewsSource(rawValue: source) else { throw StorageError.viewsSourceUnknown(source) }
        let seen = Observation(
            key: key, scrapedAt: try rows.instant(row, 0) ?? .earliest,
            publishTime: try rows.instant(row, 1) ?? .earliest,
            publishTimeIsExact: try rows.boolean(row, 2) ?? false, views: try rows.integer(row, 4) ?? 0,
            viewsSource: viewsSource,
            reelURL: rows.text(row, 10), creatorUsername: rows.text(row, 11), likes: try rows.integer(row, 6),
            comments: try rows.integer(row, 7), shares: try rows.integer(row, 8), saves: try rows.integer(row, 9),
            captionText: rows.text(row, 12), audioID: rows.text(row, 13), audioName: rows.text(row, 14),
            hashtags: rows.text(row, 15).map(TextArray.elements) ?? [], durationSeconds: try rows.double(row, 16))
        return KeptObservation(
            seen, scrapedAtIsExact: try rows.boolean(row, 3) ?? false, surface: rows.text(row, 17) ?? "",
            runID: rows.text(row, 18) ?? "")
    }
}
