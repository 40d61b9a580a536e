private import Glibc

/// Other processes of this machine.
public enum RunningProcess {
    /// Whether a process of that number exists. One that belongs to another user counts.
    public static func exists(_ identifier: Int64) -> Bool {
        guard let number = pid_t(exactly: identifier), number > 0 else { return false }
        return kill(number, 0) == 0 || errno == EPERM
    }
}
