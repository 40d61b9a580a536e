import Glibc

/// A signal of the operating system.
public enum Signal: Sendable, Hashable, CaseIterable {
    case hangUp, interrupt, quit, kill, terminate, user1, user2, child

    /// Its number.
    public var number: Int32 {
        switch self {
        case .hangUp: SIGHUP
        case .interrupt: SIGINT
        case .quit: SIGQUIT
        case .kill: SIGKILL
        case .terminate: SIGTERM
        case .user1: SIGUSR1
        case .user2: SIGUSR2
        case .child: SIGCHLD
        }
    }

    /// The signal with which `Thread` breaks off a blocking call: ignored by whoever does not expect it.
    static let urgent = SIGURG
}
