import Markup

/// `GET /api`: the API, to be read. Made of the same words as `openapi.json`.
enum APIPage {
    static func respond(_ call: Call) throws -> Response {
        if let detour = call.detour(to: SiteAddress("api")) { return detour }
        return try call.respond(always: page)
    }

    private static let page = Result { try FixedAnswer(Answer(contentType: Answer.html, body: html)) }

    private static let routes = DescribedRoute.all.filter { !$0.isPage }

    private static var html: [UInt8] {
        Shell(title: "API").html {
            header(.class("page-head")) {
                h1 { "API" }
                p(.class("lead")) { "Everything that the pages show, and more exactly, for programs." }
            }
            div(.class("api")) {
                contents
                div(.class("api-parts")) {
                    section(.class("panel"), .id("basics")) {
                        div(.class("prose")) {
                            h2 { "What holds everywhere" }
                            for words in APIWords.lead { p { Prose.node(words) } }
                        }
                    }
                    for route in routes { APIRoutePanel(route: route).view }
                    for object in shownObjects { fields(object) }
                    errors
                    pages
                }
            }
        }
    }

    private static var contents: Node {
        nav(.class("api-contents"), .ariaLabel("On this page")) {
            ul {
                li { a(to: .fragment("basics")) { "What holds everywhere" } }
                for route in routes {
                    li { a(to: .fragment(route.name)) { code { route.method + " " + route.path } } }
                }
                for object in shownObjects { li { a(to: .fragment(object.name)) { object.title } } }
                li { a(to: .fragment("errors")) { "Errors" } }
                li { a(to: .fragment("pages")) { "Pages" } }
                li { a(to: .site(SiteAddress("openapi.json"))) { "openapi.json" } }
            }
        }
    }

    /// Small ones are told of by the examples of their routes.
    private static let shownObjects = DescribedObject.all.filter { $0.isTold && $0.fields.count > 2 }

    private static func fields(_ object: DescribedObject) -> Node {
        section(.class("panel"), .id(object.name)) {
            h2 { object.title }
            APITable.view(
                object.title, head: ["Field", "Unit, range", "Meaning and null"],
                rows: object.fields.map { ["`\($0.name)`", $0.unit ?? $0.shape.words, $0.meaning] })
        }
    }

    private static var errors: Node {
        section(.class("panel"), .id("errors")) {
            h2 { "Errors" }
            APITable.view(
                "Errors", head: ["Status", "Means"], rows: DescribedError.all.map { [String($0.status), $0.meaning] })
            for error in DescribedError.all {
                if let example = error.example { APIExample.view(example) }
            }
        }
    }

    private static var pages: Node {
        section(.class("panel"), .id("pages")) {
            h2 { "Pages" }
            APITable.view(
                "Pages", head: ["Address", "What it shows", "Parameters"],
                rows: DescribedRoute.all.filter(\.isPage).map { route in
                    let names = route.parameters.map { "`\($0.name)`" }.joined(separator: ", ")
                    return ["`\(route.path)`", route.summary, names]
                })
        }
    }
}

extension DescribedObject {
    /// `Ingest status`.
    fileprivate var title: String {
        let words = name.flatMap { $0.isUppercase ? " " + $0.lowercased() : String($0) }
        let text = String(String(words).dropFirst())
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
