/// What `listen` says to a request for an ingestion: one line, a word and what belongs to it.
public enum ListenAnswer: Sendable, Equatable {
    /// A run was queued under this id and its process started.
    case accepted(runID: String)
    /// Another run is at work.
    case busy(runID: String)
    /// There are no credentials for Apify.
    case noCredentials
    /// It could not be done; the reason is safe to show.
    case refused(reason: String)

    /// The one request there is.
    package static let request = "run\n"
    /// Longer lines are cut.
    package static let longestLine = 1_024

    /// The answer as a line.
    package var line: String {
        switch self {
        case .accepted(let id): "accepted \(id)\n"
        case .busy(let id): "busy \(id)\n"
        case .noCredentials: "no-credentials\n"
        case .refused(let reason): "refused \(reason)\n"
        }
    }

    /// Reads a line; one that is none of the four is a refusal.
    package init(line: String) {
        let words = line.split(separator: " ", maxSplits: 1).map { String($0.filter { !$0.isNewline }) }
        switch (words.first, words.dropFirst().first) {
        case ("accepted", let id?): self = .accepted(runID: id)
        case ("busy", let id?): self = .busy(runID: id)
        case ("no-credentials", _): self = .noCredentials
        case ("refused", let reason?): self = .refused(reason: reason)
        default: self = .refused(reason: "shortpulse-ingest listen gave no answer that can be understood")
        }
    }
}
