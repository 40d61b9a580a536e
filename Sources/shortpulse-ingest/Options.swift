public import ArgumentParser
public import Reels

extension Platform: ExpressibleByArgument {}

/// Which data a command works on.
enum DatasetOption: String, CaseIterable, ExpressibleByArgument {
    case live
    case sample
}

/// An instant as written on the command line.
struct InstantArgument: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(iso8601: argument) else { return nil }
        self.instant = instant
    }
}

/// A run's id as written on the command line: a UUID in any case.
struct RunIDArgument: ExpressibleByArgument {
    let id: String

    init?(argument: String) {
        let groups = argument.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        let isUUID =
            groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.utf8.allSatisfy { byte in "0123456789abcdef".utf8.contains(byte) } }
        guard isUUID else { return nil }
        id = argument.lowercased()
    }
}
