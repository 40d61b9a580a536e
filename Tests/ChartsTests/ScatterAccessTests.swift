import Charts
import Markup
import Testing

@Suite struct ScatterAccessTests {
    @Test func `every point is a link with a name and a tooltip`() {
        let link = "<a href=\"/reel/best\" class=\"point point-top\" aria-label=\"Reel best\">"
        #expect(written(Cohort.varied.figure).contains(link + "<circle"))
        #expect(
            written(Cohort.varied.file).contains(
                "<a href=\"/reel/best\" class=\"point point-top\"><title>@best\n3000000000 views</title>"))
    }

    @Test func `a page shows the tooltip where the pointer or the focus is, and a file carries no HTML`() {
        let tip = "<div><p>@best\n3000000000 views</p></div></foreignObject>"
        #expect(written(Cohort.varied.figure).count(of: tip) == 1)
        #expect(!written(Cohort.varied.file).contains("foreignObject"))
    }

    @Test("links say nothing that SVG does not know", arguments: [Cohort.varied.figure, Cohort.varied.file])
    func links(_ node: Node) {
        let drawing = written(node)
        #expect(!drawing.contains(" rel=") && !drawing.contains("role=\"group\""))
    }

    @Test("the drawing has a name and a description", arguments: [Cohort.varied.figure, Cohort.varied.file])
    func names(_ node: Node) {
        let drawing = written(node)
        #expect(drawing.contains("<title id=\"scatter-title\">Test cohort</title>"))
        #expect(drawing.contains("<desc id=\"scatter-desc\">Points of a test.</desc>"))
    }

    @Test func `a page says what the drawing is named by, and a file takes no attributes but those of SVG`() {
        let start = "overflow=\"visible\" aria-labelledby=\"scatter-title\" aria-describedby=\"scatter-desc\""
        #expect(written(Cohort.varied.figure).contains(start))
        #expect(!written(Cohort.varied.file).contains("aria-") && !written(Cohort.varied.file).contains(" role="))
    }

    @Test("a strict content policy has nothing to forbid", arguments: [Cohort.varied.figure, Cohort.varied.file])
    func policy(_ node: Node) {
        let drawing = written(node)
        for forbidden in ["<style", "<script", " style=", " onclick", "javascript:", "data:", "<image", "<use"] {
            #expect(!drawing.contains(forbidden))
        }
    }

    @Test("text from outside stays text", arguments: [Cohort.varied.figure, Cohort.varied.file])
    func hostile(_ node: Node) {
        let drawing = written(node)
        #expect(drawing.contains("@&lt;b&gt;&amp;&quot;hostile&#39;\n0 views<"))
        #expect(!drawing.contains("<b>") && !drawing.contains("\u{0}"))
    }

    @Test func `drawings use the style sheet's colours and no other`() throws {
        let tokens = try #require(try Snapshot.styleSheet().between(":root {", "}"))
        let allowed = Set(colors(in: tokens))
        let drawn = [Cohort.varied.figure, Cohort.varied.file] + ThumbnailTests.examples.map(\.drawing)
        #expect(allowed.count == 5)
        #expect(Set(drawn.flatMap { colors(in: written($0)) }) == allowed)
    }

    private func colors(in text: String) -> [String] {
        text.ranges(of: "#").map { String(text[$0.lowerBound...].prefix(7)) }
            .filter { $0.dropFirst().allSatisfy(\.isHexDigit) && $0.count == 7 }
    }

    @Test func `the drawing on a page looks as recorded`() throws {
        try Snapshot.expect(Cohort.varied.figure, isLike: "scatter-figure.html")
    }

    @Test func `the file looks as recorded`() throws {
        try Snapshot.expect(Cohort.varied.file, isLike: "scatter.svg")
    }
}
