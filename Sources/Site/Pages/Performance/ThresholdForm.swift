import Markup

/// Which reels are shown, as a form: everything that it says is in the address.
struct ThresholdForm {
    let query: PerformanceQuery

    var view: Node {
        details(open: !query.filter.isOpen, .class("thresholds")) {
            summary(.class("button")) { isSet ? "Thresholds: \(Figures.whole(count)) set" : "Thresholds" }
            form(.get, to: SiteAddress("performance"), .class("form")) {
                for (name, value) in kept { input(.hidden, name: name, value: value) }
                number("Views", Parameter.minimumViews, query.filter.minimumViews.map { String($0) })
                number("Likes", Parameter.minimumLikes, query.filter.minimumLikes.map { String($0) })
                number("Comments", Parameter.minimumComments, query.filter.minimumComments.map { String($0) })
                rate
                label(for: "outliers", .class("check")) {
                    input(
                        .checkbox, name: Parameter.outliers, value: "true", .id("outliers"),
                        .checked(when: query.filter.outliersOnly))
                    "Outliers only"
                }
                button(.class("button button-primary")) { "Apply" }
                if isSet {
                    a(to: .site(query.changed { $0.filter = ReelFilter() }.address("performance")), .class("button")) {
                        "Show all"
                    }
                }
            }
        }
    }

    /// The other parameters. The table begins anew.
    private var kept: [(name: String, value: String)] {
        query.changed { $0.filter = ReelFilter() }.fields
    }

    private var count: Int { query.filter.fields.count }
    private var isSet: Bool { !query.filter.isOpen }

    private func number(_ words: String, _ name: String, _ value: String?) -> Node {
        field(words + " at least", name) {
            input(
                .text, name: name, value: value, .id(name), .class("field"), .inputMode("numeric"),
                .pattern("[0-9]{1,19}"), .autocomplete("off"))
        }
    }

    private var rate: Node {
        field("Engagement at least, in\(Figures.unitSpace)%", Parameter.minimumEngagementPercent) {
            input(
                .text, name: Parameter.minimumEngagementPercent, value: query.filter.minimumEngagementRate?.percent,
                .id(Parameter.minimumEngagementPercent), .class("field"), .inputMode("decimal"),
                .pattern("[0-9]+([.][0-9]+)?"), .placeholder("5"), .autocomplete("off"))
        }
    }

    private func field(_ words: String, _ id: String, _ input: () -> Node) -> Node {
        div(.class("labelled")) {
            label(for: id) { words }
            input()
        }
    }
}
