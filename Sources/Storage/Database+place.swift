extension Database {
    /// The address without its password: which database it is. For comparing; it may name hosts.
    package var place: String {
        guard let start = address.firstRange(of: "://")?.upperBound else {
            return address.split(separator: " ").filter { !$0.hasPrefix("password") }.joined(separator: " ")
        }
        let authority = address[start...].prefix { $0 != "/" && $0 != "?" }
        guard let end = authority.lastIndex(of: "@"), let colon = authority[..<end].firstIndex(of: ":") else {
            return address
        }
        return String(address[..<colon] + address[end...])
    }
}
