import Markup
import Reels
import Scoring

/// `GET /reels/{platform}/{reel_id}`: the reel, its scores, and every observation.
enum ReelAnswer {
    static func respond(_ call: Call) throws -> Response {
        let parameters = try Parameters(strict: call.request.query, allowed: ReelQuery.parameters)
        let query = try ReelQuery(path: call.pathValues, parameters, now: call.site.now())
        let evidence = try call.site.evidence(for: query.cohorts)
        return try call.respond(from: evidence.edition, key: query.address.text, freshness: evidence.freshness) {
            let findings = try ReelFindings(query, evidence.edition) { () throws(DataUnavailable) in
                try call.site.record(of: query, in: evidence.edition)
            }
            return Answer { $0.members(of: findings) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of findings: ReelFindings) {
        let query = findings.query.cohorts
        member("as_of", .time(findings.asOf))
        member("window", .text(query.window.rawValue))
        member("platform", .text(query.platform?.rawValue))
        member("dataset", .text(findings.edition.snapshot.dataset.rawValue))
        member("cohort_size", .count(Int64(findings.cohort(of: query.window)?.count ?? 0)))
        member("reel") { $0.write(findings.reel, isRanked: findings.standing != nil) }
        member("windows") { list in
            list.array { list in
                for window in Window.allCases { list.write(findings, window) }
            }
        }
        member("observations") { list in
            list.array { list in
                for observation in findings.record?.observations ?? [] { list.write(observation) }
            }
        }
        member("missing_months") { list in
            list.array { list in
                for month in findings.record?.missingMonths ?? [] { list.element(.text(month)) }
            }
        }
    }

    /// Every field; those that belong to a cohort are null where it stands in none.
    private mutating func write(_ reel: ScoredReel, isRanked: Bool) {
        let told = ToldReel(reel)
        object { object in
            for field in ReelField.all {
                object.member(field.name, isRanked || !field.isOfCohort ? field.value(told) : .text(nil))
            }
        }
    }

    /// Where the reel stands in one window.
    private mutating func write(_ findings: ReelFindings, _ window: Window) {
        let told = findings.standing(in: window).map(ToldReel.init)
        object { object in
            object.member("window", .text(window.rawValue))
            object.member("cohort_size", .count(Int64(findings.cohort(of: window)?.count ?? 0)))
            for field in ReelField.all where field.isOfCohort {
                object.member(field.name, told.map(field.value) ?? .text(nil))
            }
        }
    }

    private mutating func write(_ observation: KeptObservation) {
        object { object in
            for field in ObservationField.all { object.member(field.name, field.value(observation)) }
            object.member("hashtags") { list in
                list.array { list in
                    for hashtag in observation.seen.hashtags { list.element(.text(hashtag)) }
                }
            }
        }
    }
}
