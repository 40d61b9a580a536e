/// What goes wrong with an exchange.
package enum Fault: Sendable {
    /// The connection is closed before the body of the request is read: nothing is done.
    case hangUp
    /// What was asked for is done (a run is started), and the connection closed without a word.
    case actAndHangUp
    /// This is answered, and nothing done.
    case refuse(Answer)
    /// What was asked for is done, and the answer changed before it is sent.
    case alter(@Sendable (inout Answer) -> Void)
    /// What was asked for is done, and the answer comes so much later.
    case delay(Duration)
    /// The answer stops after so many bytes of the body as it goes over the wire, and the connection stays open in silence
    /// until the client leaves.
    case stall(afterBytes: Int)
    /// The connection is closed after so many bytes of the body as it goes over the wire, of which more were promised.
    case cut(afterBytes: Int)
}
