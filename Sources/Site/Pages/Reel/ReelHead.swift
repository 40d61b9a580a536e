import Charts
import Markup
import Reels
import Scoring

/// Whose reel it is, what it says, and where it is.
struct ReelHead {
    let model: ReelModel

    var view: Node {
        header(.class("page-head reel-head")) {
            thumbnail
            div(.class("reel-head-body")) {
                p(.class("page-path")) {
                    a(to: .site(model.context.query.address("performance"))) {
                        model.key.platform.displayName + ", " + model.window.words
                    }
                }
                h1 { linkedCreator }
                caption
                badges
                status
                destination
            }
        }
    }

    private var reel: ScoredReel { model.reel }

    private var linkedCreator: Node {
        guard let address = reel.creatorAddress(model.context.query) else { return creator }
        return a(to: .site(address), .class("reel-creator")) { creator }
    }

    private var creator: Node {
        reel.creator.map { creator in .group([.text(reel.handleSign), bdi { creator.text }]) }
            ?? .text("Unknown creator")
    }

    private var caption: Node {
        guard let caption = ShownText(reel.captionText, limit: 600) else {
            return p(.class("reel-head-caption")) { "No caption" }
        }
        return p(.class("reel-head-caption"), .dirAuto) { caption.text }
    }

    /// The bars of a reel that has no percentiles are empty.
    private var thumbnail: Node {
        if let standing = model.standing { return standing.thumbnail }
        return Thumbnail(
            glyph: model.key.platform.glyph, identifier: model.key.reelID, percentiles: [nil, nil, nil], isTop: false
        ).drawing
    }

    @MarkupBuilder
    private var badges: Node {
        if let standing = model.standing {
            standing.badges
        } else if reel.likes == nil {
            span(.class("badges")) { span(.class("badge")) { "Likes hidden" } }
        }
    }

    private var status: Node {
        ul(.class("status")) {
            li { strong { model.key.platform.displayName } }
            li {
                "published "
                reel.publishTime.element
            }
            li { Figures.age(hours: reel.hoursSincePublish) + Figures.unitSpace + "old" }
            li {
                "last seen "
                reel.scrapedAt.element
            }
            li {
                "as of "
                model.findings.asOf.element
            }
        }
    }

    /// An address that cannot be trusted is no link, nor is one that would lead to a stranger, or to nothing.
    private var destination: Node {
        p(.class("reel-head-links")) {
            if model.context.dataset == .sample {
                span(.class("panel-note")) {
                    "It is invented: " + model.key.platform.displayName + " does not have it."
                }
            } else if let destination = reel.destination {
                a(to: destination, .class("button button-primary")) { "Open on " + model.key.platform.displayName }
            } else {
                span(.class("panel-note")) { "It came with no address that can be trusted." }
            }
            a(to: .site(model.findings.query.address), .class("button")) { "As JSON" }
        }
    }
}
