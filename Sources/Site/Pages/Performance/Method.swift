import Markup
import Scoring

/// How the numbers are made, in words that can be checked.
enum Method {
    static let view = details(.class("panel method")) {
        summary { "How these numbers are made" }
        div(.class("prose")) {
            p {
                "Every reel is ranked against the reels of its own platform that were published in the same window. "
                "A percentile means: among the reels that this feed showed. It says nothing about those it never showed."
            }
            dl {
                for (term, meaning) in terms {
                    dt { term }
                    dd { meaning }
                }
            }
            p {
                "On this page scores are whole and rounded down, so that 95 stands only where 95 is reached; "
                "JSON and CSV have two decimals. "
                code { "shortpulse-ingest verify" }
                " has PostgreSQL compute every score anew and compares."
            }
        }
    }

    private static let terms = [
        (
            "Velocity",
            "Views divided by the hours from publication to the as-of. "
                + "A lower bound: views can only have grown after they were seen."
        ),
        (
            "Engagement",
            "Likes, comments and shares (saves where shares are not told), divided by views. "
                + "Not known where the creator hides likes."
        ),
        (
            "Percentile",
            "The share of the cohort’s other reels with a strictly smaller value, from 0 to 100."
        ),
        (
            "Score",
            "0.45 × engagement percentile + 0.40 × velocity percentile + 0.15 × views percentile. "
                + "A reel of 95 or more is a top performer, the only thing drawn in amber."
        ),
        (
            "Breakout",
            "Velocity percentile of 80 or more and engagement percentile of 70 or more, seen within a day. "
                + "Confirmed where the pace for its age is 80 or more even at the lower end of its 95 % interval; "
                + "a candidate otherwise. Unseen: the same numbers, but not seen for more than a day."
        ),
        (
            "Pace for age",
            "The share of reels, each looked at when it was about as old (a quarter more or less), that had gathered views more "
                + "slowly. Beside it how many those were; below 30 it is not told."
        ),
        (
            "Now",
            "Views gained since an earlier sighting, at least three hours before, and that gain an hour. "
                + "Where a platform rounds its counts so coarsely that the gain could be none, only the most that it can be is told."
        ),
        (
            "Re-accelerating", "Gains now at least one and a half times what it gained an hour over its life."
        ),
        (
            "Engagement’s interval",
            "How far chance alone lets the rate lie from what was counted (95 %). Real engagement varies more."
        ),
        (
            "× usual",
            "Views against the median of the creator’s other reels, from three others on; "
                + "a badge names the step of 2, 5, 10, 20, 50 or 100 times that it has reached. "
                + "A feed shows a creator’s best, so that this understates."
        ),
        (
            "Outlier",
            "Views above Q3 × (Q3 / Q1)^1.5 of the cohort’s views: the usual fence, on the logarithm."
        ),
        (
            "Shares known",
            "Of how many reels the feed tells shares, or saves. Engagement counts them only there, so that where it tells "
                + "some and not others, that alone moves ranks."
        ),
        (
            "New, Gone quiet",
            "It is a breakout now and was none at the run before, or the other way round: its rank may be what it was."
        ),
        (
            "Few reels",
            "A cohort of fewer than \(Formulas.smallestFlaggedCohort) has percentiles, "
                + "but no breakout, outlier or top performer."
        ),
    ]
}
