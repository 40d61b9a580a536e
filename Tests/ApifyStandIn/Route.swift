/// What a request asks for, and of what.
enum Route {
    case startRun(actor: String)
    case listRuns(actor: String)
    case getRun(String)
    case abortRun(String)
    case getDataset(String)
    case listItems(dataset: String)
    case getRecord(store: String, key: String)
    case unknown

    init(_ head: RequestHead) {
        let path = head.segments
        guard path.first == "v2", path.count >= 3 else {
            self = .unknown
            return
        }
        // The older name of the actors still works.
        let place = path[1] == "acts" ? "actors" : path[1]
        let rest = path.dropFirst(3).joined(separator: "/")
        switch (head.method, place, rest) {
        case ("POST", "actors", "runs"): self = .startRun(actor: path[2])
        case ("GET", "actors", "runs"): self = .listRuns(actor: path[2])
        case ("GET", "actor-runs", ""): self = .getRun(path[2])
        case ("POST", "actor-runs", "abort"): self = .abortRun(path[2])
        case ("GET", "datasets", ""): self = .getDataset(path[2])
        case ("GET", "datasets", "items"): self = .listItems(dataset: path[2])
        case ("GET", "key-value-stores", _) where path.count == 5 && path[3] == "records":
            self = .getRecord(store: path[2], key: path[4])
        default: self = .unknown
        }
    }

    var operation: Operation {
        switch self {
        case .startRun: .startRun
        case .listRuns: .listRuns
        case .getRun: .getRun
        case .abortRun: .abortRun
        case .getDataset: .getDataset
        case .listItems: .listItems
        case .getRecord: .getRecord
        case .unknown: .unknown
        }
    }
}
