import Glibc

/// The variables that this process was started with. Nothing here changes them, so any thread may read.
public enum Environment {
    /// The value of the variable `name`; nil where it is not set.
    public static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// All variables with their values.
    public static func all() -> [String: String] {
        var all: [String: String] = [:]
        guard var entry = unsafe environ as UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? else { return all }
        while let text = unsafe entry.pointee {
            let line = unsafe String(cString: text)
            if let equals = line.firstIndex(of: "=") {
                all[String(line[..<equals])] = String(line[line.index(after: equals)...])
            }
            unsafe entry += 1
        }
        return all
    }
}
