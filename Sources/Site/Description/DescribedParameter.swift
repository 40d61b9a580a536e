/// Something that a request may say: a parameter of the query or the path, a field of a form, or a header.
package struct DescribedParameter: Sendable {
    /// As it is written.
    package let name: String
    let shape: Shape
    /// What it takes, and what that does.
    package let values: String
    /// What holds where it is not given.
    package let usual: String

    init(_ name: String, _ shape: Shape, values: String, usual: String = "none") {
        self.name = name
        self.shape = shape
        self.values = values
        self.usual = usual
    }

    /// What pages take: which cohorts are asked for.
    static let cohorts = list.filter { CohortQuery.parameters.contains($0.name) }

    /// What `GET /ingest/runs` takes.
    static let runs = [
        DescribedParameter("limit", .count(from: 1, to: 500), values: "1 to 500", usual: "50"),
        DescribedParameter(
            "cursor", .pattern("^([0-9a-f]{2}){8,128}$"), values: "`next_cursor` of the answer before",
            usual: "the newest"),
    ]
}
