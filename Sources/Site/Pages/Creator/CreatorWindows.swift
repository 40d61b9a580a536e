import Markup
import Reels

/// The windows that a creator's page can show, each with how many reels it has.
struct CreatorWindows {
    let model: CreatorModel

    var view: Node {
        div(.class("toolbar")) {
            nav(.class("switch"), .ariaLabel("Window")) {
                span(.class("switch-name"), .ariaHidden) { "Window" }
                ul {
                    for window in Window.allCases {
                        li {
                            a(
                                to: .site(model.address(window)),
                                .current(when: window == model.context.query.window)
                            ) {
                                window.words
                                small {
                                    Figures.whole(count(window))
                                    span(.class("visually-hidden")) { count(window) == 1 ? " reel" : " reels" }
                                }
                            }
                        }
                    }
                }
            }
            a(to: .site(model.context.query.address("performance")), .class("button toolbar-end")) {
                "All reels of \(model.platform.displayName)"
            }
        }
    }

    private func count(_ window: Window) -> Int { model.counts[window] ?? 0 }
}
