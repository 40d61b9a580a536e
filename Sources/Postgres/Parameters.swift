private import Glibc

let pollIn = POLLIN
let pollInOrOut = POLLIN | POLLOUT

/// Calls `body` with libpq's three parallel arrays: where each value lies, its length, and 1 where it is binary.
func withParameters<R>(
    _ values: [Query.Value],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> R
) -> R {
    var bytes: [UInt8] = []
    var offsets: [Int?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    for value in values {
        let (payload, format): ([UInt8]?, Int32) =
            switch value {
            case .text(let text): (text.map { Array($0.utf8) }, 0)
            case .bytes(let bytes): (bytes, 1)
            }
        offsets.append(payload == nil ? nil : bytes.count)
        lengths.append(Int32(payload?.count ?? 0))
        formats.append(format)
        bytes.append(contentsOf: payload ?? [])
        // Text values must end with a NUL for libpq.
        bytes.append(0)
    }
    return unsafe bytes.withUnsafeBytes { storage in
        let start = unsafe storage.baseAddress?.assumingMemoryBound(to: CChar.self)
        let pointers = unsafe offsets.map { offset in unsafe offset.flatMap { unsafe start?.advanced(by: $0) } }
        return unsafe pointers.withUnsafeBufferPointer { pointers in
            unsafe lengths.withUnsafeBufferPointer { lengths in
                unsafe formats.withUnsafeBufferPointer { formats in
                    unsafe body(pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                }
            }
        }
    }
}
