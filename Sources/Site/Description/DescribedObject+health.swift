extension DescribedObject {
    /// Of `GET /health`.
    static let health = DescribedObject(
        "Health", under: "## GET /health",
        [
            DescribedField(
                "status", .words(["ok", "degraded"]),
                "`ok`; `degraded` where the database or the data is missing"),
            DescribedField("environment", .text, "what the installation calls itself"),
            DescribedField("database", .words(["ok", "unreachable"]), "`ok`, `unreachable`"),
            DescribedField(
                "data_age_seconds", .orNull(.count()),
                "seconds since the newest observation; null without data"),
        ])
}
