import Markup
import Reels
import Scoring

extension Call {
    /// Answers with a page that takes a ``CohortQuery`` and no more.
    func respond(page html: (PageContext) throws -> [UInt8]) throws -> Response {
        let now = site.now()
        let parameters = try Parameters(lenient: request.query, allowed: CohortQuery.parameters)
        let query = try CohortQuery(parameters, now: now)
        return try respond(about: query, at: query.address(path: path), now: now) { context in
            Answer(contentType: Answer.html, body: try html(context))
        }
    }

    /// Answers what follows from the cohorts of `query` and from `address` alone: only at that address, which is the
    /// canonical one, and kept until the data changes or grows stale.
    func respond(
        about query: CohortQuery, at address: SiteAddress, now: Instant, _ answer: (PageContext) throws -> Answer
    ) throws -> Response {
        if let detour = detour(to: address) { return detour }
        let evidence = try site.evidence(for: query)
        let context = site.pageContext(query, evidence, now: now)
        return try respond(
            from: evidence.edition, key: "\(address.text) \(context.isSampleByDefault) \(context.isStale)",
            freshness: evidence.freshness,
            lasting: query.asOf == nil ? .until(site.staleness(of: context, now: now)) : .unknown,
            turnedAt: site.sinceWhenStale(context)
        ) { try answer(context) }
    }
}

extension Site {
    fileprivate func pageContext(_ query: CohortQuery, _ evidence: Evidence, now: Instant) -> PageContext {
        let snapshot = evidence.edition.snapshot
        let newest = snapshot.cohorts(window: query.window, platform: query.platform).map(\.asOf).max()
        let isOld = newest.map { staleness(ofDataAt: $0) < now } ?? false
        return PageContext(
            environment: configuration.environment, intervalHours: configuration.intervalHours,
            ingestsByItself: configuration.ingestsByItself, acceptsRunRequests: configuration.operatorToken != nil,
            query: query, edition: evidence.edition,
            isSampleByDefault: evidence.isSampleByDefault,
            isStale: isOld && query.asOf == nil && snapshot.dataset == .live)
    }

    /// From when on data of `instant` is called old: two intervals later.
    private func staleness(ofDataAt instant: Instant) -> Instant {
        instant.advanced(byMicroseconds: 2 * Int64(configuration.intervalHours) * Microseconds.hour)
    }

    /// Since when the page calls its data old; nil where it does not.
    fileprivate func sinceWhenStale(_ context: PageContext) -> Instant? {
        context.isStale ? context.asOf.map(staleness) : nil
    }

    /// When what is shown of the present will begin to be called old; nil where it is called so already, or never.
    fileprivate func staleness(of context: PageContext, now: Instant) -> Instant? {
        guard !context.isStale, context.dataset == .live, let asOf = context.asOf else { return nil }
        return staleness(ofDataAt: asOf)
    }
}
