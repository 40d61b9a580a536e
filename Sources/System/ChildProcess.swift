import Glibc

/// Another program, started by this one. Whoever starts it waits for it; until then it stays in the process table.
public final class ChildProcess: Sendable {
    /// How a program ended.
    public enum Ending: Hashable, Sendable {
        /// It returned this status.
        case exited(Int32)
        /// The signal with this number ended it.
        case killed(signal: Int32)
    }

    /// Its process number.
    public let identifier: Int32

    /// Set once the process has been taken off the table, after which its number may be another's.
    private let ending = Lock<Ending?>(nil)

    /// Starts the program at the path `executable`. Throws `SystemError`.
    ///
    /// `arguments` are without the program's own name. The child has default signal handling, whatever this process
    /// has, and the standard streams of this process save where `descriptors` puts one of ours (value) in a place of
    /// its own (key). Nothing else that System opened is passed on.
    public init(
        executable: String, arguments: [String], environment: [String: String] = Environment.all(),
        descriptors: [Int32: Int32] = [:]
    ) throws(SystemError) {
        let launch = ChildLaunch(
            executable: executable, arguments: arguments,
            environment: environment.map { "\($0.key)=\($0.value)" }, descriptors: descriptors)
        identifier = try launch.spawn()
    }

    /// Waits for its end.
    public func wait() throws(SystemError) -> Ending {
        // Looks without taking it off the table, so that a signal sent meanwhile cannot reach another's number.
        var information = unsafe siginfo_t()
        let result = retryingInterrupted {
            unsafe Int(waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT))
        }
        // No such child: another thread's wait has seen its end.
        guard result == 0 || errno == ECHILD else { throw .last("wait for process", path: "\(identifier)") }
        guard let ending = try endingIfOver() else {
            throw SystemError("wait for process", code: ECHILD, path: "\(identifier)")
        }
        return ending
    }

    /// How it ended; nil while it runs.
    public func endingIfOver() throws(SystemError) -> Ending? {
        try ending.withLock { (ending: inout sending Ending?) throws(SystemError) -> Ending? in
            if let ending { return ending }
            var status: Int32 = 0
            let result = retryingInterrupted { unsafe Int(waitpid(identifier, &status, WNOHANG)) }
            guard result >= 0 else { throw .last("wait for process", path: "\(identifier)") }
            if result != 0 { ending = Self.decode(status) }
            return ending
        }
    }

    /// Sends it `signal`; nothing happens once its end has been seen.
    public func send(_ signal: Signal) throws(SystemError) {
        try ending.withLock { (ending: inout sending Ending?) throws(SystemError) in
            guard ending == nil else { return }
            guard kill(identifier, signal.number) == 0 else { throw .last("signal process", path: "\(identifier)") }
        }
    }

    /// The layout of a wait status, which C reads by macros that Swift does not import (WIFEXITED, WEXITSTATUS).
    private static func decode(_ status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }
}
