import Markup
import Reels
import Scoring

extension ReelPage {
    /// The database did not answer, though everything else is there.
    private struct RecordMissing: Error {
        let context: PageContext
        let cause: DataUnavailable
    }

    static func respond(_ call: Call) throws -> Response {
        let now = call.site.now()
        let parameters = try Parameters(lenient: call.request.query, allowed: ReelQuery.parameters)
        let query = try ReelQuery(path: call.pathValues, parameters, now: now)
        let address = address(of: query.key, query: query.cohorts)
        do {
            return try call.respond(about: query.cohorts, at: address, now: now) { context in
                var context = context
                context.namesPlatformInPath = true
                let findings = try findings(query, context) { () throws(DataUnavailable) in
                    try call.site.record(of: query, in: context.edition)
                }
                return Answer(contentType: Answer.html, body: html(ReelModel(context, findings)))
            }
        } catch let missing as RecordMissing {
            return try call.respond(fromMemory(query, missing))
        }
    }

    private static func findings(
        _ query: ReelQuery, _ context: PageContext, _ record: () throws(DataUnavailable) -> ReelRecord
    ) throws -> ReelFindings {
        do {
            return try ReelFindings(query, context.edition, record)
        } catch let cause as DataUnavailable {
            throw RecordMissing(context: context, cause: cause)
        } catch var problem as Problem where problem.status == 404 {
            problem.links =
                present(query) + [
                    ("Reels of " + query.key.platform.displayName, query.cohorts.address("performance"))
                ]
            throw problem
        }
    }

    /// Who asked about the past may find the reel at present.
    private static func present(_ query: ReelQuery) -> [(text: String, address: SiteAddress)] {
        guard query.cohorts.asOf != nil else { return [] }
        return [("This reel at present", address(of: query.key, query: query.cohorts.present))]
    }

    /// The page without the observations, which nobody may keep. Of a reel that stands in no window memory has nothing.
    private static func fromMemory(_ query: ReelQuery, _ missing: RecordMissing) throws -> Answer {
        let isKnown = missing.context.snapshot[query.key.platform]?.standings(of: query.key.reelID).isEmpty == false
        guard isKnown else { throw missing.cause }
        let findings = try ReelFindings(query, missing.context.edition) { () throws(DataUnavailable) in nil }
        return Answer(contentType: Answer.html, body: html(ReelModel(missing.context, findings)))
    }

    private static func html(_ model: ReelModel) -> [UInt8] {
        let (context, path) = (model.context, ["performance", model.key.platform.rawValue, model.key.reelID])
        return Shell(.performance, title: model.title, context).html {
            ReelHead(model: model).view
            Banners.all(context, path: path)
            TimeTravel(context: context, since: model.sightings.first?.scrapedAt).view(path: path)
            missing(model)
            ReelFigures(model: model).view
            GrowthPanel(model: model).view
            div(.class("reel-pair")) {
                ReelFormulas(model: model).view
                ReelWindows(model: model).view
            }
            SightingsPanel(model: model).view
        }
    }

    @MarkupBuilder
    private static func missing(_ model: ReelModel) -> Node {
        if !model.hasRecord {
            p(.class("banner", "banner-warning")) {
                strong { "The database does not answer." }
                span {
                    "This page shows what is in memory: the reel’s place, and when it was seen with how many views. "
                    "Its other counts of that time are missing, and what was seen of it before its cohorts reach back."
                }
            }
        } else if !model.missingMonths.isEmpty {
            p(.class("banner")) {
                strong { "Not all of its observations are here." }
                span {
                    "Those of " + model.missingMonths.joined(separator: ", ")
                        + " were detached from the database; it may have been seen then."
                }
            }
        }
    }
}
