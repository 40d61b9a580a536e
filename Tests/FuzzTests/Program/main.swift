import CFuzzer
import FuzzTargets
import Glibc
import System

/// `fuzz TARGET [libFuzzer's arguments]`: feeds a target with bytes that libFuzzer makes up, until one gives a finding or traps.
/// `scripts/fuzz` builds and calls it.
enum Fuzzer {
    /// Held here, since what libFuzzer calls is a C function, which captures nothing.
    static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:))
}

guard Fuzzer.target != nil else {
    print("usage: fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [libFuzzer's arguments]")
    exit(64)
}
// The target's name takes the place of the program's.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv + 1
exit(
    unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        do throws(Finding) {
            try unsafe Fuzzer.target?.tryOut(Array(UnsafeBufferPointer(start: data, count: size)))
        } catch {
            fatalError(error.description)
        }
        return 0
    })
