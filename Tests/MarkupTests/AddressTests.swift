import Markup
import Testing

@Suite struct AddressTests {
    static let table: [(address: SiteAddress, text: String)] = [
        (SiteAddress(), "/"),
        (SiteAddress("performance"), "/performance"),
        (SiteAddress("performance", "tiktok", "7 4/2?x#y"), "/performance/tiktok/7%204%2F2%3Fx%23y"),
        (SiteAddress("", "evil.example"), "/evil.example"),
        (SiteAddress("/evil.example"), "/%2Fevil.example"),
        (SiteAddress("\\evil"), "/%5Cevil"),
        (SiteAddress("a", "..", ".", "b"), "/a/%252E%252E/%252E/b"),
        (SiteAddress("a..b", "%2e"), "/a..b/%252e"),
        (SiteAddress("p", query: ["window": "7d", "as_of": nil, "q": "a"]), "/p?window=7d&q=a"),
        (SiteAddress("p", query: ["q": "a&b=c+d é\"<'"]), "/p?q=a%26b%3Dc%2Bd%20%C3%A9%22%3C%27"),
        (SiteAddress("p", query: ["as_of": nil]), "/p"),
        (SiteAddress("p", fragment: "the ranking"), "/p#the%20ranking"),
        (SiteAddress("nul\u{0}\n"), "/nul%00%0A"),
    ]

    @Test("an address of ours is encoded from its parts", arguments: table)
    func site(_ row: (address: SiteAddress, text: String)) {
        #expect(row.address.text == row.text)
    }

    @Test(
        "an address that is not https is no link",
        arguments: [
            "javascript:alert(1)", "http://a.example/", "//a.example/", "data:text/html,x", " https://a.example/",
            "HTTPS:/", "",
        ])
    func external(_ text: String) {
        #expect(ExternalAddress(alreadyCheckedHTTPS: text) == nil)
    }

    @Test func `a link to somebody else passes on nothing, and its address is escaped`() throws {
        let address = try #require(ExternalAddress(alreadyCheckedHTTPS: "https://a.example/?b=1&c=\"'"))
        #expect(
            written(a(to: .external(address)) { "A" })
                == "<a href=\"https://a.example/?b=1&amp;c=&quot;&#39;\" rel=\"noreferrer\">A</a>")
    }

    @Test func `a link to ours and to a place on the page`() {
        let address = SiteAddress("x", query: ["a": "1", "b": "2"])
        #expect(written(a(to: .site(address)) { "A" }) == "<a href=\"/x?a=1&amp;b=2\">A</a>")
        #expect(written(SVG.a(to: .fragment("a b")) {}) == "<a href=\"#a%20b\"/>")
    }
}
