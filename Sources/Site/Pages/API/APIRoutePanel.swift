import Markup

/// One route of the API.
struct APIRoutePanel {
    let route: DescribedRoute

    var view: Node {
        section(.class("panel"), .id(route.name)) {
            h2 { code { route.method + " " + route.path } }
            div(.class("prose")) {
                p { Prose.node(route.summary.prefix(1).uppercased() + route.summary.dropFirst() + ".") }
                for note in route.notes { p { Prose.node(note) } }
            }
            parameters("In the path", route.pathParameters)
            parameters("Parameters", route.parameters)
            parameters("Headers", route.headers)
            h3 { "Answers" }
            APITable.view(
                "Answers of \(route.path)", head: ["Status", "Means", "Types"],
                rows: route.answers.map { answer in
                    let types = answer.bodies.map { "`\($0.type)`" }.joined(separator: ", ")
                    return [String(answer.status), answer.meaning, types]
                } + route.errors.sorted().map { [String($0), DescribedError.of($0)?.meaning ?? "", ""] })
            for body in route.answers.flatMap(\.bodies) {
                for example in body.examples { APIExample.view(example) }
            }
        }
    }

    @MarkupBuilder
    private func parameters(_ heading: String, _ parameters: [DescribedParameter]) -> Node {
        if !parameters.isEmpty {
            h3 { heading }
            APITable.view(
                "\(heading) of \(route.path)", head: ["Name", "Values", "Default"],
                rows: parameters.map { ["`\($0.name)`", $0.values, $0.usual] })
        }
    }
}

/// A table of words that scrolls within itself where it is too wide.
enum APITable {
    static func view(_ name: String, head: [String], rows: [[String]]) -> Node {
        div(.class("scrolling"), .focusable, .role("region"), .ariaLabel(name)) {
            table(.class("api-table")) {
                Markup.caption(.class("visually-hidden")) { name }
                thead {
                    tr { for title in head { th(.column) { title } } }
                }
                tbody {
                    for row in rows {
                        tr {
                            th(.row) { Prose.node(row.first ?? "") }
                            for cell in row.dropFirst() { td { Prose.node(cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// A request and what is answered.
enum APIExample {
    static func view(_ example: Example) -> Node {
        let text = String(decoding: example.body, as: UTF8.self)
        return figure(.class("api-example")) {
            figcaption { code { example.request } }
            // A group, and no landmark: there are dozens, and several answers to one request.
            pre(.class("scrolling"), .focusable, .role("group"), .ariaLabel("Answer to " + example.request)) {
                code { example.isJSON ? JSONLayout.text(example.body) : text }
            }
        }
    }
}

/// Our own words, with code between backticks.
enum Prose {
    static func node(_ text: String) -> Node {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        return .group(
            pieces.enumerated().map { index, piece in
                index.isMultiple(of: 2) ? .text(String(piece)) : code { String(piece) }
            })
    }
}

extension Shape {
    /// In a word or two.
    var words: String {
        switch self {
        case .any, .object: ""
        case .text, .pattern: "text"
        case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .time: "time"
        case .uuid: "UUID"
        case .integer, .multiplierClass: "count"
        case .decimal: "number"
        case .flag: "flag"
        case .list: "list"
        case .orNull(let shape), .orEmpty(let shape): shape.words
        }
    }
}
