import System
import Testing

struct SHA256Tests {
    /// FIPS 180-4 examples, from NIST's "SHA_All" and the SHA256ShortMsg set.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the digests are those of the standard`(text: String, digest: String) {
        #expect(Hexadecimal.text(SHA256.digest(Array(text.utf8))) == digest)
    }

    @Test func `a million letters, in pieces of any size, have the standard's digest`() {
        var hash = SHA256()
        var left = 1_000_000
        for size in (1...).lazy.map({ $0 % 997 + 1 }) {
            guard left > 0 else { break }
            hash.update([UInt8](repeating: UInt8(ascii: "a"), count: min(size, left)))
            left -= size
        }
        let digest = hash.digest()
        #expect(Hexadecimal.text(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: 0..<130)
    func `pieces give the same digest as the whole, at every length`(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hash = SHA256()
        for byte in bytes { hash.update([byte]) }
        let digest = hash.digest()
        #expect(digest == SHA256.digest(bytes))
    }
}
