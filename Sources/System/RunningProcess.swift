private import Glibc

/// Other processes of this machine.
public enum RunningProcess {
    /// Whether a process of that number runs. One that belongs to another user counts; one that has ended doesn't, though it stays in
    /// the process table until its parent has seen its end, which may take long where that is the first process of a container.
    public static func exists(_ identifier: Int64) -> Bool {
        guard let number = pid_t(exactly: identifier), number > 0 else { return false }
        return (kill(number, 0) == 0 || errno == EPERM) && !hasEnded(number)
    }

    /// The letter of its state follows its name, which is in brackets and may hold anything. Where it cannot be read, because it has
    /// gone or is hidden from us, `kill` alone decides.
    private static func hasEnded(_ number: pid_t) -> Bool {
        guard let line = try? File.read("/proc/\(number)/stat", limit: 4_096),
            let end = line.lastIndex(of: UInt8(ascii: ")"))
        else { return false }
        return [UInt8(ascii: "Z"), UInt8(ascii: "X")].contains(line.dropFirst(end + 2).first)
    }
}
