import FoundationEssentials
import RunningStack
import System

/// A real Chromium.
enum Browser {
    /// Opens the page at `address`, does what `arguments` ask of it, and ends.
    static func visit(_ address: String, _ arguments: [String], withScripts: Bool = true) throws -> Program {
        let profile = "/tmp/shortpulse-browser-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        defer { try? FileManager.default.removeItem(atPath: profile) }  // a folder too many in /tmp harms nobody
        try FileManager.default.createDirectory(atPath: "\(profile)/Default", withIntermediateDirectories: true)
        let preferences = #"{"profile":{"default_content_setting_values":{"javascript":\#(withScripts ? 1 : 2)}}}"#
        try File.write(Array(preferences.utf8), to: "\(profile)/Default/Preferences")
        // Without its sandbox, which root cannot have: it opens our own pages only.
        return try Program.run(
            "chromium",
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
                "--user-data-dir=\(profile)",
            ] + arguments + [address], environment: ["HOME": profile])
    }
}
