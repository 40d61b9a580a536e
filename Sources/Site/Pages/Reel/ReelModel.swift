import Reels
import Scoring

/// What the page of one reel tells.
struct ReelModel {
    let context: PageContext
    let findings: ReelFindings
    /// When it was seen, the oldest first.
    let sightings: [ShownSighting]
    /// What the cohort's reels had at each age; nil where nothing can be compared.
    let band: GrowthBand?
    /// The window whose cohort ``band`` is of.
    let bandWindow: Window

    init(_ context: PageContext, _ findings: ReelFindings) {
        self.context = context
        self.findings = findings
        let inMemory = context.snapshot[findings.query.key.platform]?.sightings(of: findings.query.key.reelID) ?? []
        sightings = findings.record.map { $0.observations.map(ShownSighting.init) } ?? inMemory.map(ShownSighting.init)
        let window = (findings.standing ?? findings.standings.first)?.cohort.window
        bandWindow = window ?? findings.query.cohorts.window
        band = window.flatMap { window in
            inMemory.last { $0.stratum != nil }?.stratum.flatMap { stratum in
                let question = GrowthQuestion(platform: findings.query.key.platform, window: window, stratum: stratum)
                return context.edition.growthBand(question)
            }
        }
    }

    var key: ReelKey { findings.query.key }
    /// What depends on no window.
    var reel: ScoredReel { findings.reel }
    /// The reel in the cohort of the window asked for; nil where it was not published in it.
    var standing: ScoredReel? { findings.standing }
    /// Whether the database answered.
    var hasRecord: Bool { findings.record != nil }
    var missingMonths: [String] { findings.record?.missingMonths ?? [] }
    var window: Window { context.query.window }

    /// `@kiln.0 on TikTok`.
    var title: String {
        (reel.creator.map { reel.handleSign + $0.isolated } ?? "A reel") + " on " + key.platform.displayName
    }

    /// The sightings whose times and counts compare with the newest of them.
    var comparable: [ShownSighting] {
        guard let newest = sightings.last(where: { $0.viewsSource != nil }) else { return [] }
        return sightings.filter { $0.viewsSource == newest.viewsSource }
    }

    /// Its age at a sighting, in hours.
    func age(_ sighting: ShownSighting) -> Double {
        Double(sighting.scrapedAt.microseconds(since: reel.publishTime)) / Formulas.microsecondsPerHour
    }
}

/// One sighting as the page tells it.
struct ShownSighting {
    let scrapedAt: Instant
    let views: Int64
    /// Nil where growth by it means nothing, since its time is a file's.
    let viewsSource: ViewsSource?
    /// Nil where only the database could tell.
    let observation: Observation?

    init(_ kept: KeptObservation) {
        scrapedAt = kept.seen.scrapedAt
        views = kept.seen.views
        viewsSource = kept.scrapedAtIsExact ? kept.seen.viewsSource : nil
        observation = kept.seen
    }

    init(_ sighting: Sighting) {
        scrapedAt = sighting.scrapedAt
        views = sighting.views
        viewsSource = sighting.stratum?.viewsSource
        observation = nil
    }
}
