import Markup
import Testing

struct CompactStyleTests {
    @Test(arguments: [
        ("a { color: red; }\n", "a { color: red; }"),
        ("/* of\n two lines */\na{}\n\n  /* one */ b{}\n", "a{}\nb{}"),
        ("a{} /* never ended", "a{} "),
        ("@media print {\n  a { top: 0 }\n}\n", "@media print {\na { top: 0 }\n}"),
        ("", ""),
    ])
    func `comments and indentation go, rules stay`(sheet: String, expected: String) {
        #expect(String(decoding: CompactStyle(of: Array(sheet.utf8)).css, as: UTF8.self) == expected)
    }

    @Test
    func `a sheet stands in a page as it is`() {
        let sheet = CompactStyle(of: Array("a > b::after { content: \"&\"; }".utf8))
        #expect(
            String(decoding: style(sheet).render(), as: UTF8.self) == "<style>a > b::after { content: \"&\"; }</style>")
    }
}
