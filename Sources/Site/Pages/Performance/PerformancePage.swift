import Markup
import Reels
import Scoring

/// The cohorts as a drawing, as lists and as a table.
enum PerformancePage {
    static func respond(_ call: Call) throws -> Response {
        let now = call.site.now()
        let parameters = try Parameters(lenient: call.request.query, allowed: PerformanceQuery.parameters)
        let query = try PerformanceQuery(parameters, now: now)
        return try call.respond(about: query.cohorts, at: query.address("performance"), now: now) { context in
            Answer(
                contentType: Answer.html, headers: [StyleSheet.sourceField],
                body: html(PerformanceModel(context, query)))
        }
    }

    private static func html(_ model: PerformanceModel) -> [UInt8] {
        let context = model.context
        let title = "\(context.platformWords), \(context.query.window.words) · Performance"
        // Elsewhere in time the table begins anew.
        let kept = model.query.changed { _ in }.ownFields
        var shell = Shell(.performance, title: title, context)
        shell.style = .inlined
        if context.isOfPresent { shell.feed = context.query.address("performance.atom") }
        return shell.html {
            header(.class("page-head")) {
                h1 { "Performance Analytics" }
                context.status(CohortStatus(model: model).parts)
            }
            Banners.all(context, path: ["performance"], kept: kept)
            PerformanceToolbar(context: context, query: model.query).view
            TimeTravel(context: context, kept: kept).view(path: ["performance"])
            if model.reels.isEmpty {
                EmptyCohorts(context: context).view
            } else {
                cohorts(model)
            }
            Method.view
        }
    }

    @MarkupBuilder
    private static func cohorts(_ model: PerformanceModel) -> Node {
        smallCohorts(model)
        BreakoutPanel(model: model).view
        ChangesPanel(model: model).view
        div(.class("hero")) {
            ScatterPanel(model: model).view
            OutlierPanel(model: model).view
        }
        RankingPanel(model).view
        CohortMedians(context: model.context).view
        LeadingReels(model: model).view
    }

    @MarkupBuilder
    private static func smallCohorts(_ model: PerformanceModel) -> Node {
        let names = model.smallPlatforms.map(\.displayName)
        if !names.isEmpty {
            p(.class("banner")) {
                strong { "Few reels: " + names.joined(separator: ", ") + "." }
                span {
                    "Below \(Formulas.smallestFlaggedCohort) reels in a window percentiles mean little, "
                    "so none of these is called a breakout, an outlier or a top performer."
                }
            }
        }
    }
}
