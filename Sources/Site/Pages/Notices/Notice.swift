import Markup

/// A short page that tells one thing: why a request gets no ordinary answer.
struct Notice: Sendable {
    /// The HTTP status of the answer.
    let status: Int
    /// What happened, in a few words.
    let title: String
    /// What it means and what to do. May hold text that a stranger sent.
    let detail: String
    /// Where to go on, beside the start page.
    var links: [(text: String, address: SiteAddress)] = []
}
