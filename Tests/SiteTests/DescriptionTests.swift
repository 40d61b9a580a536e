import FoundationEssentials
import Reels
import Site
import Testing

/// `openapi.json` and `/api` tell of all that there is.
struct DescriptionTests {
    private let world = World()

    @Test("the description has exactly the routes of the route table")
    func routes() throws {
        let described = DescribedRoute.all.map { $0.method + " " + $0.path }
        #expect(described.sorted() == Site.addresses.sorted())
        let document = try JSONDecoder().decode(Document.self, from: Data(world.ask("/openapi.json").body))
        let paths = document.paths.flatMap { path, item in item.keys.map { $0.uppercased() + " " + path } }
        #expect(paths.sorted() == described.sorted())
        #expect(document.openapi == "3.1.0")
    }

    @Test(
        "every route of the API takes exactly the parameters that are described",
        arguments: DescribedRoute.all.filter { !$0.isPage && !$0.path.hasPrefix("/performance.") && $0.method == "GET" }
    )
    func parameters(route: DescribedRoute) {
        let path = route.path.replacing("{id}", with: Desk.runID(1)).withNames
        let detail = world.ask(path + "?nonsense=1").text
        let names = route.parameters.map(\.name)
        let known = names.isEmpty ? "and no other is." : "known are " + names.joined(separator: ", ") + "."
        #expect(detail.contains(known), "\(route.path): \(detail)")
    }

    @Test(
        "every page takes the parameters that are described, and drops others",
        arguments: DescribedRoute.all.filter { $0.isPage || $0.path.hasPrefix("/performance.") })
    func pageParameters(route: DescribedRoute) {
        world.shelf.put(Observation.breakouts)
        let path = route.path.withNames
        for parameter in route.parameters {
            // No parameter takes this; one that is unknown would be dropped.
            #expect(world.ask("\(path)?\(parameter.name)=-").status == 422, "\(route.path) \(parameter.name)")
        }
        let response = world.ask(path + "?nonsense=1")
        #expect(response.status == 303)
        #expect(response["Location"] == path)
    }

    @Test("every reference of the description leads to something in it")
    func references() throws {
        let text = world.ask("/openapi.json").text
        let starts = text.ranges(of: "\"$ref\":\"#/components/")
        #expect(starts.count > 50)
        for start in Set(starts.map { text[$0.upperBound...].prefix { $0 != "\"" } }) {
            let parts = start.split(separator: "/")
            let components = try #require(Written(text)["components"])
            let kind = try #require(Written(components)[String(parts[0])])
            #expect(Written(kind).names.contains(String(parts[1])), "\(start)")
        }
    }

    @Test("the page names every route, field, parameter and error, and shows every example")
    func page() throws {
        let page = world.ask("/api")
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        try PageSnapshot.expect(page, isLike: "api.html")
        for route in DescribedRoute.all { #expect(page.text.contains(route.path), "\(route.path)") }
        for object in DescribedObject.all where object.isTold && object.fields.count > 2 {
            for field in object.fields { #expect(page.text.contains("<code>\(field.name)</code>"), "\(field.name)") }
        }
        for error in DescribedError.all { #expect(page.text.contains(">\(error.status)</th>")) }
        for example in Example.allCases {
            let request = example.request.replacing("&", with: "&amp;")
            #expect(page.text.contains("<code>\(request)</code>"), "\(example)")
        }
    }

    @Test("both are there without any data, and are not sent twice", arguments: ["/api", "/openapi.json"])
    func caching(path: String) throws {
        let first = world.ask(path, headers: ["accept-encoding": "gzip"])
        #expect(first["Content-Encoding"] == "gzip")
        let tag = try #require(first["ETag"])
        #expect(world.ask(path, headers: ["accept-encoding": "gzip", "if-none-match": tag]).status == 304)
        #expect(world.ask(path)["ETag"] != tag)
    }

    private struct Document: Decodable {
        let openapi: String
        let paths: [String: [String: Operation]]

        struct Operation: Decodable {
            let operationId: String
        }
    }
}

extension String {
    /// The path of something that there is.
    fileprivate var withNames: String {
        replacing("{platform}/{reel_id}", with: "youtube/confirmed")
            .replacing("{platform}/{creator}", with: "youtube/Kiln%20Studio")
    }
}
