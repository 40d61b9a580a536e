import Markup

/// How reels come in, for somebody who has none yet.
enum FirstSteps {
    @MarkupBuilder
    static var view: Node {
        p { "There are two ways to bring in reels:" }
        ul {
            li {
                code { "shortpulse-ingest import dataset.json" }
                " takes a dataset downloaded from Apify."
            }
            li {
                code { "shortpulse-ingest run" }
                " asks Apify, with the credentials that the configuration names."
            }
        }
        p(.class("panel-note")) {
            "Where ShortPulse was built and not installed, the command is "
            code { ".build/release/shortpulse-ingest" }
            "."
        }
    }
}
