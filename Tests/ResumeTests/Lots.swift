import Sample
import System

/// What is tried where not everything can be: drawn by lot, the same on every machine.
enum Lots {
    /// Whether there is time for everything.
    static let isSoak = Environment.value("SHORTPULSE_SOAK") == "1"

    /// Steps of a run of so many: those that are asked for, all of them, or twenty.
    static func steps(of count: Int) -> [Int] {
        let every = 1...max(1, count)
        if let asked = asked("SHORTPULSE_KILL_POINT") { return asked }
        if isSoak { return Array(every) }
        var lots = SplitMix64(seed: 3)
        return Array(every.shuffled(using: &lots).prefix(20)).sorted()
    }

    /// Numbers of races, each of which goes its own way: those that are asked for, a thousand, or twenty.
    static func races() -> [Int] {
        if let asked = asked("SHORTPULSE_RACE") { return asked }
        return Array(1...(isSoak ? 1_000 : 20))
    }

    /// Numbers between commas.
    private static func asked(_ variable: String) -> [Int]? {
        Environment.value(variable).map { $0.split(separator: ",").compactMap { Int($0) } }
    }
}
