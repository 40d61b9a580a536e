import Reels
import Scoring

extension DescribedObject {
    /// The cohort of one platform.
    static let cohort = DescribedObject(
        "Cohort", under: "### Fields of a cohort",
        [
            DescribedField("platform", unit: "text", .choice(Platform.self), "`instagram`, `tiktok` or `youtube`"),
            DescribedField("as_of", unit: "time", .time, "where the window ends"),
            DescribedField(
                "size", unit: "reels", .count(),
                "all reels of the cohort. Below 20 percentiles mean little, and nothing is flagged"),
            DescribedField(
                "fresh_percentage", unit: "0 to 100", .orNull(.number(to: 100)),
                "reels seen within 24 hours before as-of. Null when `size` is 0"),
            DescribedField(
                "seen_twice_percentage", unit: "0 to 100", .orNull(.number(to: 100)),
                "reels with at least two sightings. Null when `size` is 0"),
            DescribedField(
                "shares_known_percentage", unit: "0 to 100", .orNull(.number(to: 100)),
                "reels whose shares are known; saves in their place do not count. Null when `size` is 0"),
            DescribedField(
                "shares_move_ranks", unit: "flag", .flag,
                "shares are known of 5 to 95 % of the reels: who shows them ranks higher by that alone"),
            DescribedField(
                "previous_as_of", unit: "time", .orNull(.time),
                """
                the run before the newest by `as_of`, which `previous_rank` and `changes` compare with. Null where \
                there was none
                """),
            DescribedField(
                "changes", unit: "list", .list(of: .object(.change)),
                "what is different since then: `kind`, `reel_id`, `reason`. Empty where there was no run before"),
        ])
}
