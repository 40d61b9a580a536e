/// JSON as far as the API's own answers need it.
enum JSONText {
    /// A name, and a value that is JSON already.
    typealias Member = (name: String, value: String)

    /// An object.
    static func object(_ members: [Member]) -> String {
        "{" + members.map { "\(quoted($0.name)):\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A string in its quotes.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case ..<" ": quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        } + "\""
    }
}
