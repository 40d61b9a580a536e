/// Says what Media Library is going to be.
enum MediaLibraryPage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        ComingPage(
            page: .mediaLibrary,
            lead: "Keeping the reels worth going back to, for each user and seen by nobody else. "
                + "So it waits until there are users who sign in.",
            plans: [
                "Collections of reels, private to the user who made them",
                "Each reel with what was known of it on the day when it was kept, beside what is known now",
                "Search by creator and caption",
            ],
            meanwhile: "a link to Performance with an as-of in it shows the same reels next month."
        ).html(context)
    }
}
