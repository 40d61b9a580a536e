import Markup

/// A page of something that is not built: what is planned, and what serves meanwhile.
struct ComingPage {
    let page: SitePage
    let lead: String
    let plans: [String]
    /// Begins after "Meanwhile, ".
    let meanwhile: String

    /// The whole page as UTF-8.
    func html(_ context: PageContext) -> [UInt8] {
        Shell(page, context).html {
            header(.class("page-head")) {
                h1 { page.name }
                p(.class("lead")) { lead }
            }
            section(.class("panel")) {
                div(.class("prose")) {
                    h2 { "Not built yet" }
                    p { "Nothing works here today, and nothing is kept of you. This is what is planned:" }
                    ul {
                        for plan in plans { li { plan } }
                    }
                    p {
                        "Meanwhile, " + meanwhile + " "
                        a(to: .site(context.query.address("performance"))) { "Performance Analytics works today." }
                    }
                }
            }
        }
    }
}
