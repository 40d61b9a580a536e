/// What the owner of a stand-in wants to happen around each exchange. All of it is called on the connection's own thread,
/// which goes on when the call returns.
package struct Plan: Sendable {
    /// The head of a request has been read; nothing has been done about it.
    package var willAct: @Sendable (Exchange) -> Void = { _ in }
    /// What shall go wrong with it, if anything; asked after `willAct` has returned.
    package var fault: @Sendable (Exchange) -> Fault? = { _ in nil }
    /// What was asked for has been done, and the client has not been told a byte of it. Not called where nothing is sent.
    package var willAnswer: @Sendable (Exchange) -> Void = { _ in }

    /// Nothing goes wrong, and nobody watches.
    package init() {}

    /// These faults.
    package init(fault: @escaping @Sendable (Exchange) -> Fault?) {
        self.fault = fault
    }
}
