import Markup

/// A page that tells one thing and where to go on.
enum NoticePage {
    /// The whole page as UTF-8.
    static func html(_ notice: Notice) -> [UInt8] {
        Shell(title: notice.title).html {
            div(.class("error")) {
                p(.class("error-code")) { "Status \(notice.status)" }
                h1 { notice.title }
                p { notice.detail }
                p(.class("error-links")) {
                    for link in notice.links {
                        a(to: .site(link.address), .class("button button-primary")) { link.text }
                    }
                    a(to: .site(CohortQuery().address("performance")), .class("button")) { "Performance Analytics" }
                    a(to: .site(CohortQuery().address()), .class("button")) { "Dashboard" }
                }
            }
        }
    }
}
