import Reels

/// `GET /openapi.json`: all routes, as OpenAPI 3.1. It follows from the program alone, and is written once.
enum OpenAPI {
    static func respond(_ call: Call) throws -> Response {
        _ = try Parameters(strict: call.request.query, allowed: [])
        return try call.respond(always: document)
    }

    private static let document: Result<FixedAnswer, any Error> = Result {
        try FixedAnswer(
            Answer { document in
                document.member("openapi", .text("3.1.0"))
                document.member("jsonSchemaDialect", .text("https://json-schema.org/draft/2020-12/schema"))
                document.member("info") { info in
                    info.object { info in
                        info.member("title", .text("ShortPulse"))
                        info.member("version", .text("1"))
                        info.member("description", .text(APIWords.lead.joined(separator: "\n\n")))
                    }
                }
                document.member("servers") { list in list.array { $0.object { $0.member("url", .text("/")) } } }
                document.member("paths") { $0.paths() }
                document.member("components") { components in
                    components.object { components in
                        components.schemas()
                        components.errors()
                        components.headers()
                        components.securitySchemes()
                    }
                }
            })
    }
}

extension JSONWriter {
    fileprivate mutating func paths() {
        object { paths in
            for route in DescribedRoute.all {
                paths.member(route.path) { item in
                    item.object { item in
                        item.member(route.method.lowercased()) { $0.write(route) }
                    }
                }
            }
        }
    }

    fileprivate mutating func schemas() {
        member("schemas") { schemas in
            schemas.object { schemas in
                for described in DescribedObject.all {
                    schemas.member(described.name) { $0.schema(of: described) }
                }
            }
        }
    }

    private mutating func schema(of described: DescribedObject) {
        object { schema in
            schema.member("type", .text("object"))
            schema.member("properties") { properties in
                properties.object { properties in
                    for field in described.fields {
                        properties.member(field.name) { property in
                            property.object { property in
                                property.schema(field.shape)
                                property.member("description", .text(field.description))
                            }
                        }
                    }
                }
            }
            schema.member("required") { list in
                list.array { list in for name in described.required { list.element(.text(name)) } }
            }
            schema.member("additionalProperties", .flag(false))
        }
    }

    fileprivate mutating func errors() {
        member("responses") { responses in
            responses.object { responses in
                for error in DescribedError.all {
                    responses.member("Error\(error.status)") { $0.write(error) }
                }
            }
        }
    }

    fileprivate mutating func headers() {
        member("headers") { headers in
            headers.object { headers in
                for header in AnswerHeader.allCases {
                    headers.member(header.rawValue) { field in
                        field.object { field in
                            field.member("description", .text(header.meaning))
                            field.member("schema") { $0.object { $0.member("type", .text("string")) } }
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func securitySchemes() {
        member("securitySchemes") { schemes in
            schemes.object { schemes in
                schemes.member("operator") { scheme in
                    scheme.object { scheme in
                        scheme.member("type", .text("http"))
                        scheme.member("scheme", .text("bearer"))
                        scheme.member("description", .text("The operator's token, `SHORTPULSE_OPERATOR_TOKEN`."))
                    }
                }
            }
        }
    }
}

extension DescribedField {
    /// Unit and meaning.
    var description: String {
        guard let unit, !["text", "time", "flag", "list"].contains(unit) else { return meaning }
        return unit + ": " + meaning
    }
}
