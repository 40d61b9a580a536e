import Sample
import System

/// What is tried where not everything can be: drawn by lot, the same on every machine.
package enum Lots {
    /// Whether there is time for everything.
    package static let isSoak = Environment.value("SHORTPULSE_SOAK") == "1"

    /// Steps of a run of so many: those that are asked for, all of them, or twenty.
    package static func steps(of count: Int) -> [Int] {
        asked("SHORTPULSE_KILL_POINT") ?? some(20, of: count)
    }

    /// Of the numbers from 1 to `count`: all, but at most so many, or some; the smallest first.
    package static func some(_ some: Int, of count: Int, most: Int = .max) -> [Int] {
        var lots = SplitMix64(seed: 3)
        return Array((1...max(1, count)).shuffled(using: &lots).prefix(isSoak ? most : some)).sorted()
    }

    /// Numbers of races, each of which goes its own way: those that are asked for, a thousand, or twenty.
    package static func races() -> [Int] {
        if let asked = asked("SHORTPULSE_RACE") { return asked }
        return Array(1...(isSoak ? 1_000 : 20))
    }

    /// Numbers between commas.
    private static func asked(_ variable: String) -> [Int]? {
        Environment.value(variable).map { $0.split(separator: ",").compactMap { Int($0) } }
    }
}
