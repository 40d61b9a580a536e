import Reels
import Scoring

extension DescribedObject {
    /// The frame of `GET /reels/performance`.
    static let list = DescribedObject(
        "ReelList", under: "### The answer",
        [
            DescribedField("as_of", .orNull(.time), "the newest of the cohorts'; null without data"),
            DescribedField("window", .choice(Window.self), "as asked"),
            DescribedField("platform", .orNull(.choice(Platform.self)), "as asked; null for all"),
            DescribedField("dataset", .choice(Dataset.self), "which data set answered"),
            DescribedField("cohort_size", .count(), "reels of all cohorts together, before filters"),
            DescribedField("cohorts", .list(of: .object(.cohort)), "one for each platform that answered, see below"),
            DescribedField("items", .list(of: .object(.reel)), "the reels, see below"),
            DescribedField("next_cursor", .orNull(.text), "where the next page begins; null where nothing follows"),
        ])
}
