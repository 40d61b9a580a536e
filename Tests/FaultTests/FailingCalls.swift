import FoundationEssentials
import System
import Trials

/// Has one call of a library fail in a program: `failing-calls.c`, built by whoever asks first.
struct FailingCalls: Sendable {
    /// The library whose calls are counted.
    enum Library: String, CaseIterable, Sendable {
        case libpq, libcurl, malloc
    }

    /// What came of the calls.
    struct Report {
        /// How many there were; nil where the program did not end by itself.
        let count: Int?
        /// The one that failed.
        let failed: String?
    }

    private static let shim = Result {
        let folder = try TemporaryFolder()
        let source = "\(IngestProgram.checkout)/Tests/FaultTests/failing-calls.c"
        let compiler = try ChildProcess(
            executable: "/usr/bin/gcc",
            arguments: [
                "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-I/usr/include/postgresql", "-o",
                "\(folder.path)/failing-calls.so", source, "-ldl",
            ])
        guard try compiler.wait() == .exited(0) else { throw Failure("\(source) cannot be built") }
        return folder
    }

    let library: Library
    private let shim: TemporaryFolder

    init(of library: Library) throws {
        self.library = library
        shim = try Self.shim.get()
    }

    /// Runs `arguments` in `trial` with the call of that number failing; 0 is none.
    func run(_ arguments: [String] = ["run"], in trial: Trial, failing call: Int) throws -> (Trial.Disturbed, Report) {
        let told = "\(trial.folder.path)/calls"
        trial.course.begin()
        let program = try trial.start(
            arguments,
            under: [
                "/usr/bin/env", "LD_PRELOAD=\(shim.path)/failing-calls.so", "FAULT_OF=\(library.rawValue)",
                "FAULT_AT=\(call)", "FAULT_COUNT=\(told)",
            ])
        let ending = try program.end()
        // There is none where the program was ended before it could tell, and nothing had failed.
        let text = (try? File.read(told, limit: 1 << 16)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let report = Report(text)
        return (Trial.Disturbed(program: program, ending: ending, step: report.failed), report)
    }
}

extension FailingCalls.Report {
    fileprivate init(_ text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        count = lines.first { $0.first == "calls" }.flatMap { $0.last }.flatMap { Int($0) }
        failed = lines.first { $0.first == "failed" }.flatMap { $0.last }.map(String.init)
    }
}
