import Scoring

/// What values something can have.
indirect enum Shape: Sendable {
    /// Anything at all.
    case any
    case text
    /// Text that an expression (ECMA 262) matches.
    case pattern(String)
    /// One of these.
    case words([String])
    /// ISO 8601 with its zone.
    case time
    case uuid
    /// Whole; without a bound it is that of 64 bits.
    case integer(from: Int64, to: Int64)
    case multiplierClass
    case decimal(from: Double?, to: Double?)
    case flag
    case list(of: Shape)
    case object(DescribedObject)
    case orNull(Shape)
    /// Or nothing at all between `=` and `&`.
    case orEmpty(Shape)

    /// A count, not negative.
    static func count(from least: Int64 = 0, to most: Int64 = .max) -> Shape { .integer(from: least, to: most) }

    /// A difference of counts.
    static let anyCount = Shape.integer(from: .min, to: .max)

    /// A number, not negative.
    static func number(from least: Double = 0, to most: Double? = nil) -> Shape { .decimal(from: least, to: most) }

    /// One of the cases of a type of ours.
    static func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> Shape
    where Choice.RawValue == String {
        .words(Choice.allCases.map(\.rawValue))
    }
}

extension JSONWriter {
    /// The members of a schema (JSON Schema 2020-12, as OpenAPI 3.1 takes it) that says it.
    mutating func schema(_ shape: Shape) {
        switch shape {
        case .any: break
        case .text: member("type", .text("string"))
        case .pattern(let pattern):
            member("type", .text("string"))
            member("pattern", .text(pattern))
        case .words(let words):
            member("type", .text("string"))
            member("enum") { list in list.array { list in for word in words { list.element(.text(word)) } } }
        case .time: formatted("date-time")
        case .uuid: formatted("uuid")
        case .integer(let least, let most): integer(from: least, to: most)
        case .multiplierClass:
            member("type", .text("integer"))
            member("enum") { list in
                list.array { list in
                    for value in CreatorMultiplierClass.allCases { list.element(.count(Int64(value.rawValue))) }
                }
            }
        case .decimal(let least, let most):
            member("type", .text("number"))
            if let least { member("minimum", .decimal(least, places: 2)) }
            if let most { member("maximum", .decimal(most, places: 2)) }
        case .flag: member("type", .text("boolean"))
        case .list(let element):
            member("type", .text("array"))
            member("items") { items in items.object { $0.schema(element) } }
        case .object(let object): member("$ref", .text("#/components/schemas/\(object.name)"))
        case .orNull(let shape): either(shape) { $0.member("type", .text("null")) }
        case .orEmpty(let shape):
            either(shape) { empty in
                empty.member("type", .text("string"))
                empty.member("maxLength", .count(0))
            }
        }
    }

    private mutating func either(_ shape: Shape, or other: (inout JSONWriter) -> Void) {
        member("anyOf") { list in
            list.array { list in
                list.object { $0.schema(shape) }
                list.object(other)
            }
        }
    }

    private mutating func formatted(_ format: String) {
        member("type", .text("string"))
        member("format", .text(format))
    }

    private mutating func integer(from least: Int64, to most: Int64) {
        member("type", .text("integer"))
        member("format", .text("int64"))
        member("minimum", .count(least))
        member("maximum", .count(most))
    }
}
