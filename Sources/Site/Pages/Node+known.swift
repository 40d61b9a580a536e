import Markup

extension Node {
    /// The figure, or a dash that is read out as what it means.
    @MarkupBuilder
    static func known(_ figure: String?) -> Node {
        if let figure {
            figure
        } else {
            span(.class("unknown")) {
                span(.ariaHidden) { Figures.unknown }
                span(.class("visually-hidden")) { "not known" }
            }
        }
    }
}
