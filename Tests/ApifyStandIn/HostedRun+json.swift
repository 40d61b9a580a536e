/// The API's own words for a run. Source: Apify's OpenAPI description, and what the official client demands.
extension HostedRun {
    /// All of it, with another status where one is given.
    func json(status told: RunStatus? = nil) -> String {
        let status = told ?? self.status
        return JSONText.object(
            common(status) + [
                ("statusMessage", JSONText.quoted("Actor is \(status.rawValue.lowercased())")),
                ("stats", #"{"inputBodyLen":\#(started.input?.count ?? 0),"restartCount":0,"computeUnits":0.01}"#),
                ("options", options), ("exitCode", exitCode(status)), ("generalAccess", #""FOLLOW_USER_SETTING""#),
                ("usageTotalUsd", usage.map { "\($0)" } ?? "null"),
            ])
    }

    /// As a list has it.
    var listItem: String {
        JSONText.object(common(status) + [("usageTotalUsd", "\(usage ?? 0)")])
    }

    private func common(_ status: RunStatus) -> [JSONText.Member] {
        let finished = status == self.status ? finishedAt : nil
        return [
            ("id", JSONText.quoted(started.id)),
            ("actId", JSONText.quoted(started.actorID)),
            ("userId", #""madeUpUser0000001""#),
            ("startedAt", JSONText.quoted(started.startedAt)),
            ("finishedAt", finished.map(JSONText.quoted) ?? "null"),
            ("status", JSONText.quoted(status.rawValue)),
            ("meta", #"{"origin":"API"}"#),
            ("buildId", #""madeUpBuild000001""#),
            ("buildNumber", #""0.0.1""#),
            ("defaultKeyValueStoreId", JSONText.quoted(started.storeID)),
            ("defaultDatasetId", JSONText.quoted(started.datasetID)),
            ("defaultRequestQueueId", #""madeUpQueue000001""#),
        ]
    }

    private var options: String {
        let memory = started.query["memory"].flatMap(Int.init) ?? 1_024
        let timeout = started.query["timeout"].flatMap(Int.init) ?? 3_600
        let maximum = started.query["maxItems"].flatMap(Int.init).map { [("maxItems", "\($0)")] } ?? []
        return JSONText.object(
            [
                ("build", #""latest""#), ("timeoutSecs", "\(timeout)"), ("memoryMbytes", "\(memory)"),
                ("diskMbytes", "\(memory * 2)"),
            ] + maximum)
    }

    private func exitCode(_ status: RunStatus) -> String {
        switch status {
        case .succeeded: "0"
        case .failed: "1"
        default: "null"
        }
    }
}

extension HostedRun {
    /// What the API says of its dataset.
    var datasetJSON: String {
        let modified = finishedAt ?? started.startedAt
        return JSONText.object([
            ("id", JSONText.quoted(started.datasetID)), ("name", "null"), ("userId", #""madeUpUser0000001""#),
            ("createdAt", JSONText.quoted(started.startedAt)), ("modifiedAt", JSONText.quoted(modified)),
            ("accessedAt", JSONText.quoted(modified)), ("itemCount", "\(itemCount)"),
            ("cleanItemCount", "\(itemCount)"),
            ("actId", JSONText.quoted(started.actorID)), ("actRunId", JSONText.quoted(started.id)),
            ("consoleUrl", JSONText.quoted("https://console.apify.com/storage/datasets/\(started.datasetID)")),
        ])
    }
}
