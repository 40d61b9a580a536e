import Markup
import Reels
import Scoring

/// A creator's reels, each against what the creator's others reach.
enum CreatorPage {
    /// Answers `/creators/{platform}/{creator}`.
    static func respond(_ call: Call) throws -> Response {
        let (platformName, creator) = (call.pathValues[0], call.pathValues[1])
        guard let platform = Platform(rawValue: platformName) else {
            throw Problem(404, "There is no such platform: \(Platform.words) are known.")
        }
        let now = call.site.now()
        let names = CohortQuery.parameters.filter { $0 != Parameter.platform }
        var query = try CohortQuery(Parameters(lenient: call.request.query, allowed: names), now: now)
        query.platform = platform
        let address = address(of: creator, platform: platform, query: query)
        return try call.respond(about: query, at: address, now: now) { context in
            var context = context
            context.namesPlatformInPath = true
            let model = CreatorModel(context, creator: creator, platform: platform)
            guard !model.isUnknown else { throw unknown(model) }
            return Answer(contentType: Answer.html, body: html(model))
        }
    }

    private static func html(_ model: CreatorModel) -> [UInt8] {
        let context = model.context
        return Shell(
            title: "\(model.plainName), \(model.platform.displayName)", query: context.chosen,
            environment: context.environment, dataAsOf: context.snapshot.asOf
        ).html {
            header(.class("page-head")) {
                h1(.class("creator-name")) { model.name }
                context.status([Figures.count(model.reels.count, "reel", "reels")])
            }
            Banners.all(context, path: model.path)
            TimeTravel(context: context, since: model.firstSeen).view(path: model.path)
            CreatorWindows(model: model).view
            CreatorFigures(model: model).view
            CreatorReels(model: model).view
            CreatorMethod.view
        }
    }

    /// Says what was looked at.
    private static func unknown(_ model: CreatorModel) -> Problem {
        let context = model.context
        let end = context.asOf?.shown ?? "now"
        let data = context.dataset == .sample ? "In the sample no" : "No"
        var problem = Problem(
            404,
            "\(data) reel of “\(model.plainName)” was seen on \(model.platform.displayName) that was published in the "
                + "\(Window.longest.words) before \(end). Handles are compared letter by letter, "
                + "capitals and spaces included.")
        problem.links = [("Reels of \(model.platform.displayName)", context.query.address("performance"))]
        if !context.isOfPresent {
            let present = address(of: model.creator, platform: model.platform, query: context.present)
            problem.links.insert(("Their reels at present", present), at: 0)
        }
        return problem
    }
}

extension Platform {
    /// All of them, as addresses name them.
    fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
