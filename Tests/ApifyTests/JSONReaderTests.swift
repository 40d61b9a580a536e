import Apify
import Testing

@Suite struct `The JSON reader` {
    @Test(arguments: [
        (" null ", JSONValue.null), ("true", .bool(true)), ("[]", .array([])), ("{ }", .object([:])),
        ("-0.5e+10", .number("-0.5e+10")), ("12345678901234567890", .number("12345678901234567890")),
        (#""\"\\\/\b\f\n\r\t\u0041é\ud83c\udfee""#, .string("\"\\/\u{8}\u{c}\n\r\tAé🏮")),
        (#""plain 🏮 then \n""#, .string("plain 🏮 then \n")),
        (
            #"{"a":[1,{"b":false}],"c":""}"#,
            .object(["a": .array([.number("1"), .object(["b": .bool(false)])]), "c": .string("")])
        ),
    ])
    func `reads what RFC 8259 allows`(text: String, value: JSONValue) throws {
        #expect(try JSONReader.value(of: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "01", "-", "+1", "1.", ".5", "1e", "NaN", "Infinity", "'a'", "[1,]", "[1", "[1 2]",
        "{",
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":1}", "\"a", "\"\n\"",
        "\"\\x\"",
        "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"", "\"\\udfee\"", "\"\\", "1 2",
        "{} {}", "\u{FEFF}{}",
    ])
    func `refuses what it does not`(text: String) {
        #expect(throws: JSONFault.self) { try JSONReader.value(of: Array(text.utf8)) }
    }

    @Test(
        arguments: [[0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0x00]] as [[UInt8]])
    func `refuses bytes that are no text`(bytes: [UInt8]) {
        #expect(throws: JSONFault.self) { try JSONReader.value(of: [0x22] + bytes + [0x22]) }
        #expect(throws: JSONFault.self) { try JSONReader.value(of: [0x22, 0x5C, 0x6E] + bytes + [0x22]) }
    }

    @Test func `reads 64 levels and refuses the next`() throws {
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSONReader.value(of: Array(deepest.utf8)) != .null)
        let fault = #expect(throws: JSONFault.self) {
            try JSONReader.value(of: Array("[\(deepest)]".utf8))
        }
        #expect(fault?.description == "nested deeper than 64 at byte 64")
    }
}
