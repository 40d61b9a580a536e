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
            "Breakout", "Velocity percentile of 80 or more and engagement percentile of 70 or more."
        ),
        (
            "Outlier",
            "Views above Q3 × (Q3 / Q1)^1.5 of the cohort’s views: the usual fence, on the logarithm."
        ),
        (
            "Few reels",
            "A cohort of fewer than \(Formulas.smallestFlaggedCohort) has percentiles, "
                + "but no breakout, outlier or top performer."
        ),
    ]
}
