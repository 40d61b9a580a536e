/// A place or a size in a drawing.
public enum Length: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// In the drawing's own units: pixels, where it is not scaled.
    case units(Double)
    /// Hundredths of the drawing's width or height.
    case percent(Double)

    /// In the drawing's own units.
    public init(floatLiteral value: Double) { self = .units(value) }

    /// In the drawing's own units.
    public init(integerLiteral value: Int) { self = .units(Double(value)) }

    var value: Attribute.Value {
        switch self {
        case .units(let number): .number(number)
        case .percent(let number): .percent(number)
        }
    }
}
