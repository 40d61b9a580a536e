import Apify
import ArgumentParser
import Ingest
import Postgres
import Settings
import Storage
import System

/// Exit codes, as `sysexits.h` numbers them.
enum Outcome {
    static let failed = ExitCode(1)
    static let wrongArguments = ExitCode(64)
    static let noDataset = ExitCode(65)
    static let noInput = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let busy = ExitCode(75)
    static let wrongSettings = ExitCode(78)

    /// Runs `body`; an error becomes one line on standard error and the exit code that fits it.
    static func reporting<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let code as ExitCode {
            throw code
        } catch {
            Terminal.endProgress()
            Terminal.complain("\(error)")
            throw exitCode(of: error)
        }
    }

    /// The code for an error.
    static func exitCode(of error: any Error) -> ExitCode {
        switch (error as? NamedFileError)?.error ?? error {
        case is DatasetError: noDataset
        case is IngestError, is MonthsDetached: wrongArguments
        case is SettingsError: wrongSettings
        case let error as SystemError where error.isNotFound: noInput
        case StorageError.leaseHeld: busy
        case let error as PostgresError: exitCode(of: error.code)
        default: failed
        }
    }

    private static func exitCode(of code: PostgresError.Code) -> ExitCode {
        switch code {
        case .badAddress: wrongSettings
        case .unreachable, .timedOut: unavailable
        case .refused, .unexpectedAnswer: failed
        }
    }
}
