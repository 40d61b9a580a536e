/// Why some bytes are no dataset at all.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
    /// Nothing in it is a JSON object: empty, a web page, some other file.
    case noObject
    /// An array was begun and never closed: the file was cut off.
    case unterminatedArray

    /// What it is and what to do, in one line.
    public var description: String {
        switch self {
        case .noObject:
            "there is no JSON object in it; a dataset is a JSON array or JSON lines, as Apify exports them"
        case .unterminatedArray:
            "its JSON array is not closed: the file is cut off; download it again"
        }
    }
}
