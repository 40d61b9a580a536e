/// Says what Creator Studio is going to be.
enum CreatorStudioPage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        ComingPage(
            page: .creatorStudio,
            lead: "Deciding what to make next, by what is breaking out and by how one’s own reels do.",
            plans: [
                "What a creator’s best reels have in common, and what their others lack",
                "The sounds, lengths and hours of publication that breakouts have in common, with how sure that is",
                "A plan of what to publish and when, to be compared afterwards with what it brought",
            ],
            meanwhile:
                "each reel names its creator, whose page has all of their reels, each against what they usually reach."
        ).html(context)
    }
}
