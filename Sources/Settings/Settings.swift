private import Configuration
private import System
private import SystemPackage

/// What the operator set, from the environment or from `.env` in the working directory; the environment wins. An empty value is
/// one that is not set.
public struct Settings: Sendable {
    private let lookup: @Sendable (String) -> String?

    /// Reads the environment and `.env`. Blocks the thread for as long as that takes.
    public static func load() throws(SettingsError) -> Settings {
        let environment = EnvironmentVariablesProvider()
        guard let file = environmentFile() else {
            throw SettingsError(variable: ".env", problem: "cannot be read; see that this user may read it")
        }
        return Settings { name in value(name, environment) ?? value(name, file) }
    }

    /// The provider for `.env`, empty where there is no such file; nil where it cannot be read.
    ///
    /// Its initialiser is asynchronous. An asynchronous `main` would hand the main thread over to the dispatch library, which
    /// unblocks every signal there, and SIGTERM would no longer reach whoever waits for it.
    private static func environmentFile() -> EnvironmentVariablesProvider? {
        // An installation has none, and two milliseconds are a tenth of what a process takes that answers one request.
        guard !isMissing(".env") else { return EnvironmentVariablesProvider(environmentVariables: [:]) }
        let outcome = Lock(EnvironmentVariablesProvider??.none)
        Task {
            // Whatever is wrong with the file, the operator is told the same.
            let path = FilePath(".env")
            let file = try? await EnvironmentVariablesProvider(environmentFilePath: path, allowMissing: true)
            outcome.withLock { $0 = .some(file) }
        }
        return outcome.wait { $0 } ?? nil
    }

    private static func isMissing(_ path: String) -> Bool {
        do throws(SystemError) {
            _ = try File.modificationTime(path)
            return false
        } catch {
            return error.isNotFound
        }
    }

    /// A value that is set and not empty. The providers throw for values of another kind than text, which these have none of.
    private static func value(_ name: String, _ provider: EnvironmentVariablesProvider) -> String? {
        (try? provider.environmentValue(forName: name)).flatMap { $0 }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Settings from anywhere: tests hand in a dictionary.
    public init(lookup: @escaping @Sendable (String) -> String?) {
        self.lookup = lookup
    }

    /// A variable that may be absent.
    func value(_ name: String) -> String? { lookup(name) }

    /// A whole number within bounds, or its default.
    func integer(_ name: String, default standard: Int, in range: ClosedRange<Int>) throws(SettingsError) -> Int {
        guard let text = lookup(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw SettingsError(
                variable: name, problem: "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of `words`, in whatever letters; nil where it is not set.
    func word(_ name: String, of words: [String]) throws(SettingsError) -> String? {
        guard let text = lookup(name)?.lowercased() else { return nil }
        guard words.contains(text) else {
            throw SettingsError(variable: name, problem: "must be one of \(words.joined(separator: ", "))")
        }
        return text
    }
}
