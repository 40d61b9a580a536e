import ArgumentParser

/// `shortpulse-ingest`: everything that writes to the database.
@main
struct ShortPulseIngest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shortpulse-ingest",
        abstract: "Brings sightings of short videos into ShortPulse's database, and proves what was made of them.",
        discussion: """
            Settings come from the environment or from .env in the working directory; the environment wins.
            Exit codes: 0 done; 1 failed or found a difference; 64 wrong arguments; 65 no dataset; 66 no such file; \
            69 the database cannot be reached; 75 another ingestion is at work; 78 a setting is missing or wrong.
            """,
        subcommands: [
            ImportCommand.self, RunCommand.self, ListenCommand.self, MigrateCommand.self, VerifyCommand.self,
            RebuildCommand.self, ReplayCommand.self, StatusCommand.self, DoctorCommand.self, PartitionsCommand.self,
            SampleCommand.self,
        ])
}
