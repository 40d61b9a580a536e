/// What the stand-in knows: the actors, their runs, and what was asked.
struct Account: Sendable {
    var isStopping = false
    var actors: [HostedActor] = []
    var runs: [HostedRun] = []
    private(set) var exchanges: [Exchange] = []
    private(set) var mostAtOnce = 0
    private var atOnce = 0
    private var turns: [Operation: Int] = [:]

    /// Notes a request whose head has been read.
    mutating func begin(_ head: RequestHead, connection: Int) -> Exchange {
        let operation = Route(head).operation
        turns[operation, default: 0] += 1
        atOnce += 1
        mostAtOnce = max(mostAtOnce, atOnce)
        let exchange = Exchange(
            ordinal: exchanges.count + 1, turn: turns[operation, default: 1], operation: operation, method: head.method,
            path: head.path, query: head.query, head: head.text, connection: connection)
        exchanges.append(exchange)
        return exchange
    }

    /// Nothing more will be sent for it.
    mutating func end() { atOnce -= 1 }

    /// An actor by either of its names.
    func actor(_ name: String) -> HostedActor? {
        let name = name.replacing("/", with: "~")
        return actors.last { $0.id == name || $0.name == name }
    }

    /// Starts a run.
    mutating func start(_ actor: HostedActor, _ request: Request) -> HostedRun {
        let ordinal = runs.count { $0.started.actorID == actor.id } + 1
        let started = StartedRun(
            id: ResourceID.random(), actorID: actor.id, datasetID: ResourceID.random(), storeID: ResourceID.random(),
            ordinal: ordinal, input: request.body.isEmpty ? nil : request.body,
            inputType: request.head.headers["content-type"] ?? "application/json", query: request.head.query,
            startedAt: HostedRun.now(), exchange: request.exchange.ordinal)
        let run = HostedRun(started, actor.script(ordinal))
        runs.append(run)
        return run
    }

    /// Changes the run that `isMeant`; nil where there is none, or where `change` returns nil.
    mutating func withRun<Result>(
        where isMeant: (StartedRun) -> Bool, _ change: (inout HostedRun) -> Result?
    ) -> Result? {
        guard let index = runs.firstIndex(where: { isMeant($0.started) }) else { return nil }
        return change(&runs[index])
    }
}
