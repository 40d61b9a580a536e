import Apify
import Testing

struct RemoteInputTests {
    @Test(
        "an input is ours where all that was posted is in it",
        arguments: [
            (#"{"a":1,"b":[2]}"#, #"{"b":[2],"a":1}"#, true), (#"{"a":1,"default":true}"#, #"{"a":1}"#, true),
            (#"{"a":1}"#, #"{"a":2}"#, false),
            (#"{"a":[{"b":1.0}]}"#, #"{"a":[{"b":1}]}"#, true), (#"{"a":[1]}"#, #"{"a":[1,2]}"#, false),
            (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
            (#"{"password":"ENCRYPTED_VALUE:x"}"#, #"{"password":"p"}"#, true), ("{}", "{}", true),
            ("not JSON", "{}", false), ("[]", "{}", false),
        ])
    func ours(kept: String, posted: String, isOurs: Bool) {
        #expect(RemoteInput(Array(kept.utf8)).mayComeFrom(Array(posted.utf8)) == isOurs)
    }
}
