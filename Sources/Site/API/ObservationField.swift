import Reels

/// One field of an observation as it leaves. What each says, and when it is null, stands in `docs/api.md`.
struct ObservationField: Sendable {
    let name: String
    let value: @Sendable (KeptObservation) -> Scalar

    /// All but the hashtags, which are a list, in the order of the answer.
    static let all: [ObservationField] = [
        ObservationField(name: "scraped_at") { .time($0.seen.scrapedAt) },
        ObservationField(name: "scraped_at_is_exact") { .flag($0.scrapedAtIsExact) },
        ObservationField(name: "run_id") { .text($0.runID) },
        ObservationField(name: "views") { .count($0.seen.views) },
        ObservationField(name: "views_source") { .text($0.seen.viewsSource.rawValue) },
        ObservationField(name: "likes") { .count($0.seen.likes) },
        ObservationField(name: "comments") { .count($0.seen.comments) },
        ObservationField(name: "shares") { .count($0.seen.shares) },
        ObservationField(name: "saves") { .count($0.seen.saves) },
        ObservationField(name: "publish_time") { .time($0.seen.publishTime) },
        ObservationField(name: "publish_time_is_exact") { .flag($0.seen.publishTimeIsExact) },
        ObservationField(name: "reel_url") { .text($0.seen.reelURL) },
        ObservationField(name: "creator_username") { .text($0.seen.creatorUsername) },
        ObservationField(name: "caption_text") { .text($0.seen.captionText) },
        ObservationField(name: "audio_id") { .text($0.seen.audioID) },
        ObservationField(name: "audio_name") { .text($0.seen.audioName) },
        ObservationField(name: "duration_seconds") { .decimal($0.seen.durationSeconds, places: 2) },
    ]
}
