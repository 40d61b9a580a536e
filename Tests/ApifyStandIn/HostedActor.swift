/// An actor of the account.
struct HostedActor: Sendable {
    /// Apify's own name for it.
    let id: String
    /// What its owner calls it: an id or `user~name`.
    let name: String
    let script: @Sendable (Int) -> RunScript
}
