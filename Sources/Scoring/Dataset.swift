/// Which data a question is asked about: what was ingested, or the sample that comes with the program.
public enum Dataset: String, CaseIterable, Sendable, Hashable {
    case live
    case sample
}
