/// What holds for the whole API.
enum APIWords {
    /// A paragraph each.
    static let lead = [
        """
        JSON over HTTP, read without credentials. Times are UTC, ISO 8601 with `Z`. Counts are whole numbers of up to 64 \
        bits. Every field is always there; what is unknown is `null`. No number is NaN or infinite.
        """,
        """
        Numbers are rounded half to even as they leave: hours, views an hour, percentages, percentiles and scores to 2 \
        decimals; rates and multiples to 4. Nothing is rounded before it is used.
        """,
        """
        `HEAD` works where `GET` does. A wrong method is 405 with `Allow`. No access from other origins is granted.
        """,
        """
        Errors are `application/problem+json` (RFC 9457). Whoever prefers `text/html` gets a page in its place. The API \
        refuses a parameter that is unknown, repeated or impossible with 422; a page drops an unknown or empty one.
        """,
    ]
}
