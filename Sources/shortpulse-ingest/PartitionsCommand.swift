import ArgumentParser
import Postgres
import Reels
import Storage

/// A month as written on the command line.
struct MonthArgument: ExpressibleByArgument {
    let month: CalendarMonth

    init?(argument: String) {
        guard let month = CalendarMonth(argument) else { return nil }
        self.month = month
    }
}

/// `partitions`: the months of observations, and how old ones are laid aside.
struct PartitionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partitions",
        abstract: "List the months of observations, and detach old ones.",
        discussion: """
            Every observation is kept for ever unless you detach its month, and even then no row is deleted: the rows stay in \
            a table of their own, of which no answer is made any more. Without --yes it is only said what could no longer be \
            answered. A month that the present still needs is not detached.
            """)

    @Option(help: "live or sample.")
    var dataset: DatasetOption = .live

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Months in UTC, as 2026-01.", valueName: "month"))
    var detach: [MonthArgument] = []

    @Flag(help: "Detach them; without it nothing is changed.")
    var yes = false

    func validate() throws {
        if yes, detach.isEmpty { throw ValidationError("--yes needs --detach, with the months to detach.") }
    }

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let schema = installation.schema(of: dataset)
            let connection = try installation.connect(to: schema)
            do {
                try detach.isEmpty ? list(schema, connection) : detach(from: schema, connection)
            } catch let error as EventMonthError {
                Terminal.note("\(error)")
                throw error.isWorthRepeating ? Outcome.busy : Outcome.wrongArguments
            }
        }
    }

    private func list(_ schema: Schema, _ connection: borrowing Connection) throws {
        let months = EventMonths(schema: schema)
        let all = try months.all(connection)
        if all.isEmpty { Terminal.say("\(schema.name): no month yet") }
        for month in all { Terminal.say("\(schema.name) \(month.line)") }
        guard let since = try months.answerableSince(connection) else { return }
        Terminal.say("\(schema.name): an as_of before \(since.iso8601) lacks what was detached")
    }

    private func detach(from schema: Schema, _ connection: borrowing Connection) throws {
        let months = EventMonths(schema: schema)
        let wanted = Set(detach.map(\.month)).sorted()
        // All of them first, so that one which is refused leaves the others where they are, too.
        let detachments = try wanted.map { try months.detachment(of: $0, connection) }
        for detachment in detachments { detachment.lines.forEach(Terminal.say) }
        guard yes else { return Terminal.say("nothing was changed: --yes detaches") }
        for month in wanted {
            let detachment = try months.detach(month, connection)
            Terminal.say("\(month) is detached: \(detachment.observationCount) observations are in \(detachment.table)")
        }
    }
}
