import Scoring

/// One member of an object, or one column of a table.
package struct DescribedField: Sendable {
    /// As it is written.
    package let name: String
    /// Unit or range, in words; nil where the meaning says all.
    package let unit: String?
    let shape: Shape
    /// What it says, and when it is null.
    package let meaning: String

    init(_ name: String, unit: String? = nil, _ shape: Shape, _ meaning: String) {
        self.name = name
        self.unit = unit
        self.shape = shape
        self.meaning = meaning
    }
}

/// A JSON object of an answer: all of its members are always there.
package struct DescribedObject: Sendable {
    /// What the description calls it.
    package let name: String
    /// Under which heading of `docs/api.md` its table stands.
    package let heading: String
    /// Whether it has a table of its own; one that differs from another by its nulls alone has none.
    package let isTold: Bool
    /// In the order of the answer.
    package let fields: [DescribedField]

    init(_ name: String, under heading: String, isTold: Bool = true, _ fields: [DescribedField]) {
        self.name = name
        self.heading = heading
        self.isTold = isTold
        self.fields = fields
    }

    /// All of them.
    package static let all = [
        list, cohort, change, reel, record, recordedReel, windowStanding, observation, health, ingestStatus, runs, run,
        accepted, ingested, problem,
    ]
}

extension DescribedObject {
    /// Of `changes` of a cohort.
    static let change = DescribedObject(
        "Change", under: "### Fields of a change",
        [
            DescribedField(
                "kind", .choice(Change.Kind.self),
                """
                `new_breakout` (now `confirmed` or `candidate`, and not before), `reaccelerating` (now, and not \
                before) or `gone_quiet` (no longer `confirmed` or `candidate`)
                """),
            DescribedField("reel_id", .text, "the reel, of the cohort's platform"),
            DescribedField("reason", .text, "why, in one sentence made of the reel's numbers"),
        ])

    /// The frame of `GET /ingest/runs`.
    static let runs = DescribedObject(
        "RunList", under: "### The runs",
        [
            DescribedField("runs", .list(of: .object(.run)), "newest first"),
            DescribedField("next_cursor", .orNull(.text), "where older ones begin; null where there are none"),
        ])

    /// Of `POST /ingest/run` that is not waited for.
    static let accepted = DescribedObject(
        "Accepted", under: "### Taken up", [DescribedField("id", .uuid, "of the run: `/ingest/runs/{id}`")])

    /// Of `POST /ingest/run` that was waited for.
    static let ingested = DescribedObject(
        "Ingested", under: "### Waited for",
        [
            DescribedField("ingested_count", .count(), "observations that were new"),
            DescribedField("apify_run_id", .orNull(.text), "Apify's identifier of the run; null where it has none"),
        ])

    /// Of every error (RFC 9457). What follows `status` is there where it applies.
    static let problem = DescribedObject(
        "Problem", under: "### A problem",
        [
            DescribedField("type", .text, "`about:blank`: the status says what kind it is"),
            DescribedField("title", .text, "the status in words"),
            DescribedField("status", .count(from: 400, to: 599), "the HTTP status"),
            DescribedField("detail", .text, "what happened, and what to do. Not in errors of the web server before it"),
            DescribedField("parameter", .text, "the parameter that is to blame, where one is"),
            DescribedField("reference", .text, "what the log has an unexpected error under"),
        ])

    /// Members that an object of this kind cannot be without.
    var required: [String] {
        fields.map(\.name).filter { name != "Problem" || ["type", "title", "status"].contains($0) }
    }
}
