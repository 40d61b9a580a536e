import FoundationEssentials
import RunningStack
import System
import Testing

/// The page in a real Chromium.
extension EndToEndTests.SiteTests {
    @Test
    func `Chromium draws the page and has nothing to complain of`() throws {
        let picture = Checkout.original + "/artifacts/performance.png"
        try FileManager.default.createDirectory(
            atPath: Checkout.original + "/artifacts", withIntermediateDirectories: true)
        let visit = try browse(["--window-size=1280,2000", "--screenshot=\(picture)"])
        #expect(visit.ending == .exited(0))
        // Errors, and what the content policy stops; "[DOM]" begins advice about forms.
        let complaints = visit.output.split(separator: "\n").filter { $0.contains(":CONSOLE") && !$0.contains("[DOM]") }
        #expect(complaints.isEmpty)
        #expect(try File.read(picture, limit: 1 << 26).count > 10_000)
    }

    @Test
    func `the page in its memory holds the scatter`() throws {
        let visit = try browse(["--dump-dom"])
        #expect(visit.ending == .exited(0))
        #expect(visit.output.contains("<svg"))
    }

    private func browse(_ arguments: [String]) throws -> Program {
        try Browser.visit(stack.address("/performance"), arguments)
    }
}
