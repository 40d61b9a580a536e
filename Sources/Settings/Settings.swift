private import Configuration
private import SystemPackage

/// What the operator set, from the environment or from `.env` in the working directory; the environment wins. An empty value is
/// one that is not set.
public struct Settings: Sendable {
    private let lookup: @Sendable (String) -> String?

    /// Reads the environment and `.env`.
    public static func load() async throws(SettingsError) -> Settings {
        let environment = EnvironmentVariablesProvider()
        let file: EnvironmentVariablesProvider
        do {
            file = try await EnvironmentVariablesProvider(environmentFilePath: FilePath(".env"), allowMissing: true)
        } catch {
            throw SettingsError(variable: ".env", problem: "cannot be read; see that this user may read it")
        }
        return Settings { name in
            // The providers throw for values of another kind than text, which the environment has none of.
            let value = (try? environment.environmentValue(forName: name)).flatMap { $0 }
            if let value, !value.isEmpty { return value }
            return (try? file.environmentValue(forName: name)).flatMap { $0 }.flatMap { $0.isEmpty ? nil : $0 }
        }
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
}
