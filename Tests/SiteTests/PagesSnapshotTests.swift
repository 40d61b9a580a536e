import Reels
import Site
import Testing

struct PagesSnapshotTests {
    @Test("the performance page looks as recorded", arguments: PagesState.allCases)
    func performance(state: PagesState) throws {
        let response = state.world.ask("/performance" + state.query)
        #expect(response.status == 200)
        try PageSnapshot.expect(response, isLike: "performance-\(state.rawValue).html")
    }

    @Test(
        "the dashboard looks as recorded",
        arguments: [PagesState.live, .sampleByDefault, .past, .empty, .few, .stale, .hostile])
    func dashboard(state: PagesState) throws {
        let response = state.world.ask("/" + state.query)
        #expect(response.status == 200)
        try PageSnapshot.expect(response, isLike: "dashboard-\(state.rawValue).html")
    }

    @Test("what is to come looks as recorded", arguments: ["creator-studio", "media-library"])
    func coming(page: String) throws {
        try PageSnapshot.expect(PagesState.live.world.ask("/" + page), isLike: page + ".html")
    }

    @Test func `an error looks as recorded`() throws {
        let response = PagesState.live.world.ask("/performance?window=9d")
        #expect(response.status == 422)
        try PageSnapshot.expect(response, isLike: "notice.html")
    }

    @Test("the same data gives the same bytes, in another order too", arguments: ["/", "/performance"])
    func deterministic(page: String) {
        let (first, second) = (World(), World())
        first.shelf.put(PagesState.pageful)
        second.shelf.put(PagesState.pageful.reversed())
        #expect(first.ask(page).body == second.ask(page).body)
    }
}

extension PagesState {
    /// More reels than the table shows, of all platforms.
    static let pageful = Observation.many(360)
}
