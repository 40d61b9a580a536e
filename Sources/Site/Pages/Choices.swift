import Markup

/// A row of links, each to the same page with one thing changed; the one that is shown is marked.
struct Choices {
    typealias Choice = (words: String, isCurrent: Bool, address: SiteAddress)

    let name: String
    let choices: [Choice]

    var view: Node {
        nav(.class("switch"), .ariaLabel(name)) {
            span(.class("switch-name"), .ariaHidden) { name }
            ul {
                for choice in choices {
                    li {
                        a(to: .site(choice.address), .current(when: choice.isCurrent)) { choice.words }
                    }
                }
            }
        }
    }
}
