import Markup
import Reels
import Scoring

/// How a creator's multiples are made, and why they understate.
enum CreatorMethod {
    static let view = details(.class("panel method")) {
        summary { "How the multiples are made" }
        div(.class("prose")) {
            p {
                "A reel’s multiple is its views divided by the median of the views of the creator’s other reels: those that the "
                "feed showed of them and that were published in the last \(Window.longest.words), the reel itself left out. "
                "It takes \(CreatorMultipliers.fewestOtherReels) others, whatever the window that is shown here."
            }
            p {
                "Classes are 2x, 5x, 10x, 20x, 50x and 100x: each holds what reaches it and not the next."
            }
            p {
                "A multiple understates. The feed shows a creator’s best, so that the others here are better than the creator’s "
                "usual reel: in simulated feeds, with ten others, the median left 0.66 of the true multiple, and a mean would "
                "have left 0.26. Young reels are still gathering views, too: compare reels of an age."
            }
        }
    }
}
