extension JSONWriter {
    /// What OpenAPI calls an operation.
    mutating func write(_ route: DescribedRoute) {
        object { operation in
            operation.member("operationId", .text(route.name))
            operation.member("summary", .text(route.summary))
            if !route.notes.isEmpty {
                operation.member("description", .text(route.notes.joined(separator: "\n\n")))
            }
            operation.tag(route.isPage ? "pages" : "API")
            operation.member("parameters") { list in
                list.array { list in
                    for parameter in route.pathParameters { list.write(parameter, in: "path") }
                    for parameter in route.parameters { list.write(parameter, in: "query", isLenient: route.isLenient) }
                    for parameter in route.headers { list.write(parameter, in: "header") }
                }
            }
            if route.needsToken { operation.token() }
            operation.member("responses") { responses in
                responses.object { $0.responses(of: route) }
            }
        }
    }

    private mutating func tag(_ name: String) {
        member("tags") { tags in tags.array { $0.element(.text(name)) } }
    }

    private mutating func write(_ parameter: DescribedParameter, in place: String, isLenient: Bool = false) {
        object { object in
            object.member("name", .text(parameter.name))
            object.member("in", .text(place))
            object.member("required", .flag(place == "path"))
            let usual = place == "query" ? ". Default: " + parameter.usual : ""
            object.member("description", .text(parameter.values + usual))
            object.member("schema") { schema in
                schema.object { $0.schema(isLenient ? .orEmpty(parameter.shape) : parameter.shape) }
            }
        }
    }

    /// Two ways to send it: a header, or a field of a form.
    private mutating func token() {
        member("security") { list in
            list.array { list in
                list.object { $0.member("operator") { $0.array { _ in } } }
                list.object { _ in }
            }
        }
        member("requestBody") { body in
            body.object { body in
                body.member("required", .flag(false))
                body.member("content") { content in
                    content.object { content in
                        content.member("application/x-www-form-urlencoded") { type in
                            type.object { $0.member("schema") { $0.object { $0.tokenForm() } } }
                        }
                    }
                }
            }
        }
    }

    private mutating func tokenForm() {
        member("type", .text("object"))
        member("properties") { properties in
            properties.object { properties in
                properties.member("operator_token") { $0.object { $0.member("type", .text("string")) } }
            }
        }
        member("additionalProperties", .flag(false))
    }

    private mutating func responses(of route: DescribedRoute) {
        for status in route.statuses {
            let name = String(status)
            if let answer = route.answers.first(where: { $0.status == status }) {
                member(name) { $0.write(answer) }
            } else if route.path == "/health", status == 503 {
                member(name) { $0.nothingToServe() }
            } else {
                member(name) { $0.object { $0.member("$ref", .text("#/components/responses/Error\(status)")) } }
            }
        }
    }

    private mutating func write(_ answer: DescribedAnswer) {
        object { object in
            object.member("description", .text(answer.meaning))
            if !answer.headers.isEmpty { object.references(to: answer.headers) }
            if !answer.bodies.isEmpty {
                object.member("content") { content in
                    content.object { content in
                        for body in answer.bodies { content.member(body.type) { $0.write(body) } }
                    }
                }
            }
        }
    }

    private mutating func references(to headers: [AnswerHeader]) {
        member("headers") { list in
            list.object { list in
                for header in headers {
                    list.member(header.rawValue) { field in
                        field.object { $0.member("$ref", .text("#/components/headers/\(header.rawValue)")) }
                    }
                }
            }
        }
    }

    private mutating func write(_ body: DescribedBody) {
        object { object in
            object.member("schema") { schema in
                schema.object {
                    $0.schema(body.object.map { .object($0) } ?? (body.type.hasSuffix("json") ? .any : .text))
                }
            }
            if !body.examples.isEmpty { object.examples(body.examples) }
        }
    }

    private mutating func examples(_ examples: [Example]) {
        member("examples") { list in
            list.object { list in
                for example in examples {
                    list.member("\(example)") { item in
                        item.object { item in
                            item.member("summary", .text(example.request))
                            if example.isJSON {
                                item.member("value", jsonWrittenBefore: example.body)
                            } else {
                                item.member("value", .text(String(decoding: example.body, as: UTF8.self)))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The one answer of health that is an error and no problem.
    private mutating func nothingToServe() {
        object { object in
            object.member("description", .text("Nothing can be served, or no responder answers."))
            object.references(to: [.retryAfter])
            object.member("content") { content in
                content.object { content in
                    content.member("application/json") { $0.write(.json(.health)) }
                    content.problems(nil)
                }
            }
        }
    }

    /// What OpenAPI calls a response, of an error.
    mutating func write(_ error: DescribedError) {
        let headers: [Int: [AnswerHeader]] = [
            401: [.challenge], 405: [.allow], 429: [.retryAfter], 503: [.retryAfter],
        ]
        object { object in
            object.member("description", .text(error.meaning))
            if let headers = headers[error.status] { object.references(to: headers) }
            object.member("content") { content in content.object { $0.problems(error.example) } }
        }
    }

    /// A problem for programs; a page for whoever prefers one.
    private mutating func problems(_ example: Example?) {
        let type = "application/problem+json"
        member(type) {
            $0.write(DescribedBody(type: type, object: .problem, examples: example.map { [$0] } ?? []))
        }
        member("text/html") { $0.write(.page) }
    }
}
