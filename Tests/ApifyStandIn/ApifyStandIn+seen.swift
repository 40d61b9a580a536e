import System

extension ApifyStandIn {
    /// The bill: every run that was started, of the named actor or of all, in the order of their start.
    package func startedRuns(of actor: String? = nil) -> [StartedRun] {
        service.account.withLock { account in
            let id = actor.map { account.actor($0)?.id }
            return account.runs.map(\.started).filter { id == nil || $0.actorID == id }
        }
    }

    /// Every request, in the order in which their heads were read.
    package var exchanges: [Exchange] { service.account.withLock { $0.exchanges } }

    /// How many requests were being answered at once when they were the most.
    package var mostAtOnce: Int { service.account.withLock { $0.mostAtOnce } }
}
