import FoundationEssentials

/// The checkout that the tests were built from.
enum Repository {
    /// Its path; nil where the tests have been moved away from it.
    static let root: String? = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.firstIndex(of: "Tests").map { parts[..<$0].joined(separator: "/") }
    }()

    /// Names of the files in a folder; none where it cannot be read.
    static func files(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
