import Glibc
import System
import Testing

struct FileTests {
    @Test func `what is written is read back, and replaced whole`() throws {
        let path = TemporaryPath()
        try File.write(Array("first, longer".utf8), to: path.text)
        try File.write(Array("second".utf8), to: path.text, mode: 0o600)
        #expect(try File.read(path.text, limit: 100) == Array("second".utf8))
        var status = stat()
        #expect(unsafe stat(path.text, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func `a file at the limit is read, one above it refused`() throws {
        let path = TemporaryPath()
        try File.write([UInt8](repeating: 7, count: 100_000), to: path.text)
        #expect(try File.read(path.text, limit: 100_000).count == 100_000)
        #expect(try File.read(path.text, limit: .max).count == 100_000)
        let error = #expect(throws: SystemError.self) { try File.read(path.text, limit: 99_999) }
        #expect(error?.description == "cannot read \(path.text): it is longer than 99999 bytes")
    }

    @Test func `a missing file is told as such`() {
        let error = #expect(throws: SystemError.self) { try File.read("/no/such/file", limit: 1) }
        #expect(error?.isNotFound == true)
        #expect(error?.description == "cannot open /no/such/file: No such file or directory")
    }

    @Test func `a write that fails leaves the old file and no other`() throws {
        let error = #expect(throws: SystemError.self) { try File.write([1], to: "/proc/no-such-place") }
        #expect(error?.isNotFound == true)
    }

    @Test func `chunks are the file, piece by piece`() throws {
        let path = TemporaryPath()
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        try File.write(bytes, to: path.text)
        var reader = try ChunkReader(path: path.text, chunkSize: 4_096)
        var chunks: [[UInt8]] = []
        while let chunk = try reader.next() { chunks.append(chunk) }
        #expect(chunks.map(\.count) == [4_096, 4_096, 1_808])
        #expect(chunks.flatMap { $0 } == bytes)
    }

    @Test func `the modification time is the file's own, in microseconds`() throws {
        let path = TemporaryPath()
        try File.write([], to: path.text)
        var times = [
            timespec(tv_sec: 1_700_000_000, tv_nsec: 0), timespec(tv_sec: 1_700_000_000, tv_nsec: 123_456_789),
        ]
        #expect(unsafe utimensat(AT_FDCWD, path.text, &times, 0) == 0)
        #expect(try File.modificationTime(path.text) == 1_700_000_000_123_456)
    }
}
