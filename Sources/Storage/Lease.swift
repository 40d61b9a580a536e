import Postgres

/// The process that works on a run.
public struct Lease: Sendable, Equatable {
    /// Name of its machine.
    public var host: String
    /// Its number there.
    public var processID: Int64

    /// A process of a machine.
    public init(host: String, processID: Int64) {
        self.host = host
        self.processID = processID
    }
}

extension Query.StringInterpolation {
    /// The condition that a run is active and this process works on it: every step of a run demands it, so that a process that was
    /// taken for dead changes nothing.
    mutating func appendInterpolation(heldBy lease: Lease) {
        appendLiteral("state IN ('queued', 'running') AND lease_host = ")
        appendInterpolation(lease.host)
        appendLiteral("::text AND lease_pid = ")
        appendInterpolation(lease.processID)
        appendLiteral("::bigint")
    }
}
