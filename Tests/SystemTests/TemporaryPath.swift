import Glibc
import System

/// A path under the directory for temporary files where nothing is; what a test puts there goes with it.
struct TemporaryPath: ~Copyable {
    let text: String

    init(_ suffix: String = "") {
        text = "\(Environment.value("TMPDIR") ?? "/tmp")/sp-\(SecureRandom.uuid())\(suffix)"
    }

    deinit {
        unsafe unlink(text)
    }
}
