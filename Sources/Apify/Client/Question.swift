import HTTPClient

/// One question to the API: what it is about, and how it is asked.
struct Question {
    let errand: Errand
    var method = HTTPRequest.Method.get
    /// Path and query below the base address, each id in it percent-encoded.
    let path: String
    /// JSON.
    var body: [UInt8]?

    func request(base: String, token: BearerToken) -> HTTPRequest {
        let headers = body == nil ? [] : [("Content-Type", "application/json")]
        return HTTPRequest(method, base + path, headers: headers, body: body ?? [], token: token)
    }

    /// `id` as one segment of a path: whatever is not plainly harmless is percent-encoded.
    static func segment(_ id: String) -> String {
        id.utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

/// What a question is asked for, in the words of an error.
package enum Errand: String {
    case start = "starting the actor"
    case run = "asking for the run"
    case runs = "listing the actor's runs"
    case abort = "aborting the run"
    case input = "asking for the run's input"
    case page = "fetching the dataset"
}
