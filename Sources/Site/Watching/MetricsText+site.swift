import Metrics
import Reels
import Scoring

extension MetricsText {
    /// Requests by route and status, and how long their answers took to make.
    mutating func traffic(_ traffic: Traffic) {
        let routes = traffic.byRoute
        family("shortpulse_requests_total", .counter, "Requests that were answered.") { samples in
            for count in routes {
                for (status, number) in count.statuses.sorted(by: { $0.key < $1.key }) {
                    samples.add(Double(number), count.labels + [("status", String(status))])
                }
            }
        }
        family(
            "shortpulse_request_duration_seconds", .histogram,
            "From a request to its whole answer, without the time to send it."
        ) { samples in
            for count in routes { samples.add(count.durations, count.labels) }
        }
    }

    /// What is shown, how old it is, and how many reels are in each cohort.
    mutating func snapshots(of site: Site) {
        let editions = Dataset.allCases.compactMap { dataset in site.snapshots.current(dataset).map { (dataset, $0) } }
        family(
            "shortpulse_snapshot_as_of_timestamp_seconds", .gauge,
            "The data clock of what is shown: when the platform was last looked at."
        ) { samples in
            for (dataset, edition) in editions {
                for platform in edition.snapshot.platforms {
                    samples.add(
                        platform.data.asOf.seconds,
                        [("dataset", dataset.rawValue), ("platform", platform.data.platform.rawValue)])
                }
            }
        }
        family(
            "shortpulse_snapshot_unconfirmed", .gauge,
            "1 while what is shown is from an earlier time, and the database has not answered since."
        ) { samples in
            for (dataset, edition) in editions {
                samples.add(edition.isUnconfirmed ? 1 : 0, [("dataset", dataset.rawValue)])
            }
        }
        family("shortpulse_cohort_reels", .gauge, "Reels of each cohort.") { samples in
            for (dataset, edition) in editions {
                for cohort in edition.snapshot.platforms.flatMap(\.cohorts) {
                    samples.add(
                        Double(cohort.count),
                        [
                            ("dataset", dataset.rawValue), ("platform", cohort.platform.rawValue),
                            ("window", cohort.window.rawValue),
                        ])
                }
            }
        }
    }

    /// What ingestion has come to; nothing while the database is away, which is told elsewhere.
    mutating func ingestion(_ desk: any IngestionDesk) {
        guard let figures = try? desk.figures() else { return }
        runs(figures.groups)
        items(figures.groups)
        family("shortpulse_ingestion_rejected_total", .counter, "Items that were rejected, by reason.") { samples in
            for (reason, count) in figures.rejections.sorted(by: { $0.key < $1.key }) {
                samples.add(Double(count), [("reason", reason)])
            }
        }
    }

    private mutating func runs(_ groups: [IngestionFigures.Group]) {
        family("shortpulse_ingestion_runs", .gauge, "Runs by how far they have come, or how they ended.") { samples in
            for group in groups { samples.add(Double(group.runs), group.labels) }
        }
        family(
            "shortpulse_ingestion_last_finish_timestamp_seconds", .gauge, "When the last run of the kind ended."
        ) { samples in
            for group in groups {
                if let instant = group.lastFinishedAt { samples.add(instant.seconds, group.labels) }
            }
        }
        family(
            "shortpulse_ingestion_heartbeat_timestamp_seconds", .gauge,
            "When the run that is at work last said that it lives."
        ) { samples in
            for group in groups {
                if let instant = group.heartbeatAt { samples.add(instant.seconds, group.labels) }
            }
        }
        family(
            "shortpulse_ingestion_cost_usd_total", .counter, "What Apify has charged, as far as settled."
        ) { samples in
            let feeds = Dictionary(grouping: groups.filter { $0.source == .apify }, by: { $0.feed ?? "" })
            for (feed, groups) in feeds.sorted(by: { $0.key < $1.key }) {
                samples.add(groups.reduce(0) { $0 + $1.costUSD }, [("feed", feed)])
            }
        }
    }

    private mutating func items(_ groups: [IngestionFigures.Group]) {
        family("shortpulse_ingestion_items_total", .counter, "Items that came, by what became of them.") { samples in
            for source in RunSource.allCases {
                let counts = groups.filter { $0.source == source }.map(\.counts)
                guard !counts.isEmpty else { continue }
                for (outcome, count) in [
                    ("observed", \ItemCounts.observed), ("duplicate", \.duplicate), ("rejected", \.rejected),
                ] {
                    samples.add(
                        Double(counts.reduce(0) { $0 + $1[keyPath: count] }),
                        [("source", source.rawValue), ("outcome", outcome)])
                }
            }
        }
    }
}

extension Traffic.Count {
    fileprivate var labels: MetricsText.Labels { [("route", route), ("pool", mayWait ? "slow" : "fast")] }
}

extension IngestionFigures.Group {
    fileprivate var labels: MetricsText.Labels {
        [("source", source.rawValue), ("feed", feed ?? ""), ("state", state.rawValue)]
    }
}

extension Instant {
    /// Seconds since 1970.
    fileprivate var seconds: Double { Double(microseconds) / 1e6 }
}
