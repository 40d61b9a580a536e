import Markup
import Reels
import Scoring

/// Leads to the same page as of another instant: any, by a form, or one of the last runs, by a strip of links.
struct TimeTravel {
    let context: PageContext
    /// Parameters of the page beside those of its cohorts, in the canonical order: they are kept.
    var kept: [(name: String, value: String)] = []
    /// What the page is about was first seen then: no run before it leads anywhere. Nil where every run does.
    var since: Instant?

    /// For the page at `path`. Nothing where nothing was ever observed.
    @MarkupBuilder
    func view(path: [String]) -> Node {
        if let asOf = context.asOf ?? context.snapshot.asOf {
            let strip = RunStrip(
                context.edition.times, platform: context.query.platform, since: since, asOf: context.query.asOf)
            section(.class("time-travel"), .ariaLabel("Time travel")) {
                form(asOf, path)
                steps(strip, path)
                if strip.times.count > 1 { runs(strip, path) }
            }
        }
    }

    private func form(_ asOf: Instant, _ path: [String]) -> Node {
        Markup.form(.get, to: SiteAddress(segments: path), .class("time-form")) {
            for (name, value) in fields(asOf: nil) { input(.hidden, name: name, value: value) }
            label(for: "as-of") { "as of (UTC)" }
            input(.dateTime, name: Parameter.asOf, value: asOf.formTime, .id("as-of"), .class("field"), .step(1))
            button(.class("button")) { "Look" }
        }
    }

    private func steps(_ strip: RunStrip, _ path: [String]) -> Node {
        ul(.class("time-steps")) {
            if let earlier = strip.earlier { li { link("Earlier run", earlier, path) } }
            if let later = strip.later { li { link("Later run", later, path) } }
            if !context.isOfPresent { li { link("To the present", nil, path) } }
        }
    }

    private func runs(_ strip: RunStrip, _ path: [String]) -> Node {
        nav(.class("time-strip"), .ariaLabel("Runs")) {
            ol {
                for (time, day) in zip(strip.times, days(of: strip.times)) {
                    li { tick(time, day, isShown: time.instant == strip.shown, path) }
                }
            }
        }
    }

    /// The lit parts of its mark are the platforms, in their order; its name is seen where the pointer or the keyboard is.
    private func tick(_ time: ObservationTime, _ day: String?, isShown: Bool, _ path: [String]) -> Node {
        a(to: .site(address(time.instant, path)), .class("tick"), .current(when: isShown)) {
            for platform in Platform.allCases {
                span(.class("tick-part", time.includes(platform) ? "tick-seen" : nil)) {}
            }
            span(.class("tick-name")) { "\(time.instant.shown), \(time.platformWords)" }
            if let day { span(.class("tick-day"), .ariaHidden) { day } }
        }
    }

    /// The day under the first run of it, as long as it does not come too close to the one before.
    private func days(of times: [ObservationTime]) -> [String?] {
        var (last, room) = (CivilDate?.none, 0)
        return times.map { time in
            let day = time.instant.day
            room -= 1
            guard day != last, room <= 0 else { return nil }
            (last, room) = (day, Self.ticksOfADay)
            return "\(day.day) \(Self.months[day.month - 1])"
        }
    }

    private static let ticksOfADay = 4
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func link(_ words: String, _ asOf: Instant?, _ path: [String]) -> Node {
        a(to: .site(address(asOf, path)), .class("button")) { words }
    }

    private func address(_ asOf: Instant?, _ path: [String]) -> SiteAddress {
        SiteAddress(segments: path, query: fields(asOf: asOf).map { ($0.name, $0.value) })
    }

    private func fields(asOf: Instant?) -> [(name: String, value: String)] {
        context.fields(asOf: asOf) + kept
    }
}

extension ObservationTime {
    /// `TikTok`, `Instagram and TikTok`.
    fileprivate var platformWords: String {
        guard let platforms else { return "several platforms" }
        return platforms.sorted().map(\.displayName).joined(separator: " and ")
    }
}
