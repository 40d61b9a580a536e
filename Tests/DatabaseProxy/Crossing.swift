/// A piece of the conversation between a client and PostgreSQL that is about to cross the proxy.
package enum Crossing: Sendable, Equatable, CustomStringConvertible {
    /// A statement on its way to the server, which knows nothing of it yet.
    case request(String)
    /// The whole answer to a statement, which the server has carried out, on its way to the client, who knows nothing of it yet.
    case answer(String)

    /// What becomes of it.
    package enum Verdict: Sendable {
        /// It crosses.
        case pass
        /// It is lost, and with it the connection, on both sides.
        case cut
    }

    /// `-> runs.begin` or `<- runs.begin`.
    package var description: String {
        switch self {
        case .request(let statement): "-> \(statement)"
        case .answer(let statement): "<- \(statement)"
        }
    }
}
