/// One element of a header field that lists them with weights, such as `Accept`.
struct WeightedItem: Equatable {
    /// In lower case.
    let name: String
    /// 0 to 1; 0 is "not this one".
    let weight: Double

    /// The elements of `field`. What is malformed counts as weight 0, so that nothing is sent that was not asked for.
    static func items(of field: String) -> [WeightedItem] {
        field.split(separator: ",").map { element in
            let parts = element.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed.lowercased() }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return WeightedItem(name: parts[0], weight: (0...1).contains(weight) ? weight : 0)
        }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(String(drop(while: isBlank).reversed()).drop(while: isBlank).reversed())
    }
}

extension Request {
    /// Whether a page is preferred to data: `text/html` is named, and weighs more than JSON does. Scripts, which accept
    /// everything, get data; browsers get pages.
    var prefersPage: Bool {
        let accepted = WeightedItem.items(of: headers["accept"] ?? "")
        let weight = { (names: Set<String>) in accepted.filter { names.contains($0.name) }.map(\.weight).max() ?? 0 }
        return weight(["text/html"]) > weight(["application/json", "application/problem+json"])
    }

    /// Whether the body should be compressed: gzip is accepted, and not less than the plain body is.
    var acceptsGzip: Bool {
        let accepted = WeightedItem.items(of: headers["accept-encoding"] ?? "")
        let weight = { (name: String) in accepted.first { $0.name == name }?.weight }
        let gzip = weight("gzip") ?? weight("x-gzip") ?? weight("*") ?? 0
        return gzip > 0 && gzip >= weight("identity") ?? 0
    }

    /// The seconds of `Prefer: wait=N` (RFC 7240, 4.3); nil where none are given.
    var preferredWait: Int? {
        for preference in (headers["prefer"] ?? "").split(separator: ",") {
            let parts = preference.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(\.trimmed)
            guard parts.count == 2, parts[0].lowercased() == "wait" else { continue }
            return parts[1].utf8.allSatisfy(Parameters.isDigit) ? Int(parts[1]) : nil
        }
        return nil
    }
}
