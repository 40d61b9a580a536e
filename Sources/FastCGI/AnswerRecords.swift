import Glibc
import System

/// An answer as FastCGI records (FastCGI 1.0, sections 3.3 and 5), sent to its last byte with as few system calls as the
/// socket allows: mostly one.
///
/// libfcgi would copy the bytes into records of 8 KiB, write each of them, and write the end of each stream once more.
struct AnswerRecords: ~Copyable {
    /// The longest content of a record that needs no padding to be a multiple of eight.
    private static let longestContent = 65_528
    /// As many pieces as one call takes everywhere (IOV_MAX).
    private static let mostPieces = 1_024

    private let headers: [UInt8]
    private let contents: [Range<Int>]

    /// Records for a request, of `count` bytes of an answer.
    init(requestID: UInt16, count: Int) {
        contents = stride(from: 0, to: count, by: Self.longestContent).map {
            $0..<min($0 + Self.longestContent, count)
        }
        var headers: [UInt8] = []
        headers.reserveCapacity(8 * (contents.count + 3))
        for content in contents { headers.append(recordOf: .standardOutput, requestID, length: content.count) }
        // The end of the stream, and of the request: application status 0, request complete.
        headers.append(recordOf: .standardOutput, requestID, length: 0)
        headers.append(recordOf: .endRequest, requestID, length: 8)
        headers += [0, 0, 0, 0, 0, 0, 0, 0]
        self.headers = headers
    }

    /// Writes the records around `head` and `body`, which follow each other. False where the other side has gone, or has not
    /// read for longer than the connection's deadline.
    func write(_ head: [UInt8], _ body: [UInt8], to descriptor: Int32) -> Bool {
        unsafe headers.withUnsafeBytes { headers in
            unsafe head.withUnsafeBytes { head in
                unsafe body.withUnsafeBytes { body in
                    var pieces = unsafe self.pieces(headers, head, body)
                    return unsafe Self.write(&pieces, to: descriptor)
                }
            }
        }
    }

    private func pieces(
        _ headers: UnsafeRawBufferPointer, _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer
    ) -> [iovec] {
        var pieces = unsafe [iovec]()
        unsafe pieces.reserveCapacity(2 * contents.count + 2)
        for (number, content) in contents.enumerated() {
            unsafe pieces.append(iovec(headers[(8 * number)..<(8 * number + 8)]))
            let inHead = content.clamped(to: 0..<head.count)
            if !inHead.isEmpty { unsafe pieces.append(iovec(head[inHead])) }
            let inBody = content.clamped(to: head.count..<max(head.count, content.upperBound))
            if !inBody.isEmpty {
                unsafe pieces.append(iovec(body[(inBody.lowerBound - head.count)..<(inBody.upperBound - head.count)]))
            }
        }
        unsafe pieces.append(iovec(headers[(8 * contents.count)...]))
        return unsafe pieces
    }

    private static func write(_ pieces: inout [iovec], to descriptor: Int32) -> Bool {
        var next = 0
        while unsafe next < pieces.count {
            let count = unsafe min(pieces.count - next, mostPieces)
            var written = unsafe pieces.withUnsafeBufferPointer { pieces in
                unsafe writev(descriptor, pieces.baseAddress.map { unsafe $0 + next }, Int32(count))
            }
            if written < 0 {
                guard errno == EINTR else { return false }
                continue
            }
            while written > 0 {
                let length = unsafe pieces[next].iov_len
                if written < length {
                    unsafe pieces[next].iov_base += written
                    unsafe pieces[next].iov_len -= written
                    break
                }
                written -= length
                next += 1
            }
        }
        return true
    }
}

extension iovec {
    fileprivate init(_ bytes: Slice<UnsafeRawBufferPointer>) {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes)
        unsafe self.init(iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
    }
}

private enum RecordType: UInt8 {
    case endRequest = 3
    case standardOutput = 6
}

extension [UInt8] {
    fileprivate mutating func append(recordOf type: RecordType, _ requestID: UInt16, length: Int) {
        append(1)  // the protocol's version
        append(type.rawValue)
        append(UInt8(requestID >> 8))
        append(UInt8(truncatingIfNeeded: requestID))
        append(UInt8(length >> 8))
        append(UInt8(truncatingIfNeeded: length))
        append(0)  // padding
        append(0)
    }
}
