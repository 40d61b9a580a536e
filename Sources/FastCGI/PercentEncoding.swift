/// Percent-encoding of RFC 3986, the way back for paths that a server has decoded.
enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// `decoded` with all but slashes and unreserved characters encoded.
    static func path(_ decoded: String) -> String {
        let bytes = decoded.utf8.flatMap { byte -> [UInt8] in
            isPlain(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
