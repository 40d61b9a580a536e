import FoundationEssentials
import RunningStack
import System
import Testing

/// What `scripts/deb` makes, unpacked. It goes with its last user.
final class UnpackedPackage: Sendable {
    /// The one that a suite's tests share.
    @TaskLocal static var shared: UnpackedPackage?

    let path: String
    /// Its files, and in `DEBIAN` what dpkg works with.
    let folder: String
    private let place: String

    init() throws {
        place = "/tmp/shortpulse-\(Hexadecimal.text(SecureRandom.bytes(4)))"
        let making = try Program.run("\(Checkout.original)/scripts/deb", environment: ["DIST": place])
        try #require(making.ending == .exited(0), "\(making.output)")
        path = try #require(making.output.split(separator: "\n").last.map(String.init))
        folder = "\(place)/unpacked"
        let unpacking = try Program.run("dpkg-deb", ["--raw-extract", path, folder])
        try #require(unpacking.ending == .exited(0), "\(unpacking.output)")
    }

    deinit {
        // Where this fails there is nothing left that anybody could do about it.
        try? FileManager.default.removeItem(atPath: place)
    }

    func control(_ name: String) throws -> String { try file("/DEBIAN/\(name)") }

    func file(_ path: String) throws -> String {
        String(decoding: try File.read(folder + path, limit: 1 << 20), as: UTF8.self)
    }
}

/// Gives a suite one package for all of its tests: `UnpackedPackage.shared`.
struct SharedPackage: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await UnpackedPackage.$shared.withValue(UnpackedPackage(), operation: function)
    }
}

extension Trait where Self == SharedPackage {
    static var sharedPackage: SharedPackage { SharedPackage() }
}
