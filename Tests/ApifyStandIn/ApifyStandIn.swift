package import System

/// Apify's API, version 2, on a port of this machine: as much of it as ShortPulse needs, and with whatever faults its owner
/// wants. It ends with its owner, or when told to.
///
/// That it is faithful is shown by the official Python client, which works against it.
package final class ApifyStandIn: Sendable {
    /// Where it listens, on the loopback address.
    package var port: UInt16 { listener.port }
    /// The token that it wants to see.
    package let token: String
    /// What happens around each exchange; may be changed at any time. A closure in it must not hold this object.
    package let plan: Lock<Plan>

    let service: Service
    private let listener: Listener

    /// Listens on `port`, or on one that is free. Throws `SystemError`.
    package init(token: String = "made-up-token", port: UInt16 = 0, plan: Plan = Plan()) throws {
        let service = Service(token: token)
        self.token = token
        let plan = Lock(plan)
        self.service = service
        self.plan = plan
        listener = try Listener(port: port) { socket, number in
            Connection(number: number, socket: socket, service: service, plan: plan).serve()
        }
    }

    deinit { stop() }

    /// The address to give to a client, without a slash at its end.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// Has an actor of the name `actor`, an id or `user~name`, do what `script` says of its runs, which count from 1.
    package func host(_ actor: String, script: @escaping @Sendable (_ ordinal: Int) -> RunScript) {
        service.account.withLock { account in
            account.actors.append(HostedActor(id: ResourceID.random(), name: actor, script: script))
        }
    }

    /// Has every run of an actor do the same.
    package func host(_ actor: String, _ script: RunScript) {
        host(actor) { _ in script }
    }

    /// Closes all connections and listens no more; returns when no thread of it works any more, those in a hook included.
    package func stop() {
        service.account.withLock { $0.isStopping = true }
        listener.stop()
    }
}
