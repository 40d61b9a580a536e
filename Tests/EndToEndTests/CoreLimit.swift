import RunningStack
import System

/// How large a core file a process may leave, in bytes.
struct CoreLimit: Equatable {
    let soft: String
    let hard: String

    /// One byte is too small for any file, and keeps the kernel from piping a core to a program as well.
    static let nothing = CoreLimit(soft: "1", hard: "1")

    private init(soft: String, hard: String) {
        self.soft = soft
        self.hard = hard
    }

    /// Of the process with this number.
    init(of number: Int) throws {
        let limits = String(decoding: try File.read("/proc/\(number)/limits", limit: 65_536), as: UTF8.self)
        let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        let words = (line ?? "").split(separator: " ").dropFirst(4).map(String.init)
        guard words.count == 3 else { throw StackFailure(output: limits) }
        self.init(soft: words[0], hard: words[1])
    }
}
