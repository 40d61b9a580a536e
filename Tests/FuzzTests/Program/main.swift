import CFuzzer
import FuzzTargets
import Glibc
import System

/// Feeds the target that the environment names in `FUZZ_TARGET` with bytes that libFuzzer makes up, until one gives a finding or
/// traps. The arguments are libFuzzer's, which starts this program again with them where it merges. `scripts/fuzz` builds and calls it.
enum Fuzzer {
    /// Held here, since what libFuzzer calls is a C function, which captures nothing.
    static let target = Environment.value("FUZZ_TARGET").flatMap(FuzzTarget.init(rawValue:))
}

guard Fuzzer.target != nil else {
    print("FUZZ_TARGET has to be one of " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
    exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
exit(
    unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        do throws(Finding) {
            try unsafe Fuzzer.target?.tryOut(Array(UnsafeBufferPointer(start: data, count: size)))
        } catch {
            fatalError(error.description)
        }
        return 0
    })
