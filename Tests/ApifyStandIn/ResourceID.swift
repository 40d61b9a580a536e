import System

/// Names of actors, runs and stores.
enum ResourceID {
    /// A new one as Apify makes them: 17 letters and digits.
    static func random() -> String {
        let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return String(SecureRandom.bytes(17).map { characters[Int($0) % characters.count] })
    }
}
