import Markup
import Testing

@Suite struct ElementTests {
    static let table: [(node: Node, written: String)] = [
        (section(.class("panel")) { h2 { "Cohort" } }, "<section class=\"panel\"><h2>Cohort</h2></section>"),
        (div {}, "<div></div>"),
        (p { br() }, "<p><br/></p>"),
        (div(.class("a", nil, "b")) {}, "<div class=\"a b\"></div>"),
        (div(.currentPage(when: false), .absent) {}, "<div></div>"),
        (details(open: true) { summary { "Method" } }, "<details open=\"\"><summary>Method</summary></details>"),
        (th(.column) { "Score" }, "<th scope=\"col\">Score</th>"),
        (time(datetime: "2026-05-01T12:00:00Z") { "noon" }, "<time datetime=\"2026-05-01T12:00:00Z\">noon</time>"),
        (
            select(name: "window") { option(value: "7d", selected: true) { "7 days" } },
            "<select name=\"window\"><option value=\"7d\" selected=\"\">7 days</option></select>"
        ),
        (
            form(.post, to: SiteAddress("ingest", "run")) { button { "Go" } },
            "<form method=\"post\" action=\"/ingest/run\"><button type=\"submit\">Go</button></form>"
        ),
        (input(.hidden, name: "limit", value: "5"), "<input type=\"hidden\" name=\"limit\" value=\"5\"/>"),
        (input(.text, name: "q"), "<input type=\"text\" name=\"q\"/>"),
        (link(.stylesheet, to: SiteAddress("css", "a.css")), "<link rel=\"stylesheet\" href=\"/css/a.css\"/>"),
        (
            script(from: SiteAddress("js", "a.js"), .renewal(seconds: 60)),
            "<script src=\"/js/a.js\" defer=\"\" data-renewal=\"60\"></script>"
        ),
        (SVG.g {}, "<g/>"),
        (SVG.circle(cx: .percent(12.5), cy: 3, r: 1), "<circle cx=\"12.5%\" cy=\"3\" r=\"1\"/>"),
        (SVG.g(.moved(x: -1.5, y: 2)) {}, "<g transform=\"translate(-1.5 2)\"/>"),
        (SVG.g(.fill(.none), .dashes(4, 2)) {}, "<g fill=\"none\" stroke-dasharray=\"4 2\"/>"),
        (SVG.g(.fill(.gradient(id: "shade"))) {}, "<g fill=\"url(#shade)\"/>"),
        (.markupWrittenAsItStandsWithoutEscaping("<hr/>"), "<hr/>"),
    ]

    @Test("an element is written with its attributes and what it holds", arguments: table)
    func element(_ row: (node: Node, written: String)) {
        #expect(written(row.node) == row.written)
    }

    @Test func `a view may branch, repeat and leave out`() {
        func view(_ names: [String], _ note: String?) -> Node {
            ul {
                for name in names { li { name } }
                if names.isEmpty { li { "none" } } else if names.count > 1 { li { "several" } }
                if let note { li { note } }
                switch names.count {
                case 0: Node.nothing
                default: li { "end" }
                }
            }
        }
        #expect(written(view([], nil)) == "<ul><li>none</li></ul>")
        #expect(
            written(view(["a", "b"], "c"))
                == "<ul><li>a</li><li>b</li><li>several</li><li>c</li><li>end</li></ul>")
    }

    @Test func `a page begins with its type and its character set`() {
        let page = document {
            title("T")
        } body: {
            p { "x" }
        }
        #expect(
            written(page) == "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>T</title></head>"
                + "<body><p>x</p></body></html>")
    }

    @Test func `a file of a drawing is XML with its namespace`() {
        let file = SVG.file(SVG.svg(.viewBox(width: 4, height: 3)) {})
        #expect(
            written(file) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>")
    }

    @Test(
        "numbers have two decimals at most",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (100, "100"), (12.5, "12.5"), (12.34, "12.34"), (0.05, "0.05"), (-0.25, "-0.25"),
            (0.004, "0"), (-0.004, "0"), (0.125, "0.12"), (0.375, "0.38"), (99.999, "100"), (1e300, "1000000000000"),
            (-Double.infinity, "-1000000000000"), (.nan, "0"),
        ])
    func number(_ row: (number: Double, written: String)) {
        #expect(written(SVG.g(.opacity(row.number)) {}) == "<g opacity=\"\(row.written)\"/>")
    }
}
