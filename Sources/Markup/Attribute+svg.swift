/// How shapes are drawn. These are attributes and no styles, so that a strict content policy lets them through and a drawing
/// looks right without the page's style sheet.
extension Attribute {
    /// What the inside of a shape is painted with.
    public static func fill(_ paint: Paint) -> Attribute { Attribute("fill", paint.value) }

    /// What the outline of a shape is painted with.
    public static func stroke(_ paint: Paint) -> Attribute { Attribute("stroke", paint.value) }

    /// How wide the outline is.
    public static func strokeWidth(_ width: Length) -> Attribute { Attribute("stroke-width", width.value) }

    /// Lengths of dashes and gaps.
    public static func dashes(_ lengths: Double...) -> Attribute { Attribute("stroke-dasharray", .numbers(lengths)) }

    /// Round ends and corners of lines.
    public static let roundCaps = Attribute("stroke-linecap", static: "round")

    /// Round corners of lines.
    public static let roundJoins = Attribute("stroke-linejoin", static: "round")

    /// 0 to 1, of the whole element.
    public static func opacity(_ opacity: Double) -> Attribute { Attribute("opacity", .number(opacity)) }

    /// 0 to 1, of the inside alone.
    public static func fillOpacity(_ opacity: Double) -> Attribute { Attribute("fill-opacity", .number(opacity)) }

    /// 0 to 1, of the outline alone.
    public static func strokeOpacity(_ opacity: Double) -> Attribute { Attribute("stroke-opacity", .number(opacity)) }

    /// The radius of a rectangle's corners.
    public static func corner(_ radius: Length) -> Attribute { Attribute("rx", radius.value) }

    /// A shift in the drawing's units.
    public static func moved(x: Double, y: Double) -> Attribute {
        var bytes = Array("translate(".utf8)
        bytes.append(decimal: x)
        bytes.append(UInt8(ascii: " "))
        bytes.append(decimal: y)
        bytes.append(UInt8(ascii: ")"))
        return Attribute("transform", text: String(decoding: bytes, as: UTF8.self))
    }
}

/// Size and text of drawings.
extension Attribute {
    /// The part of the drawing's plane that is seen: from 0, 0 to `width`, `height`.
    public static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute("viewBox", .numbers([0, 0, width, height]))
    }

    /// A drawing's width.
    public static func width(_ width: Length) -> Attribute { Attribute("width", width.value) }

    /// A drawing's height.
    public static func height(_ height: Length) -> Attribute { Attribute("height", height.value) }

    /// The drawing fills its box, whatever the proportions.
    public static let stretched = Attribute("preserveAspectRatio", static: "none")

    /// The outline keeps its width however the drawing is stretched.
    public static let unscaledStroke = Attribute("vector-effect", static: "non-scaling-stroke")

    /// What lies outside the drawing's own box is seen as well.
    public static let overflowVisible = Attribute("overflow", static: "visible")

    /// Which part of a text lies at its place.
    public static func anchor(_ part: TextAnchor) -> Attribute { Attribute("text-anchor", static: part.name) }

    /// The text's size in the drawing's units.
    public static func fontSize(_ size: Double) -> Attribute { Attribute("font-size", .number(size)) }

    /// The weight of a text: 400 is usual, 600 bold enough.
    public static func fontWeight(_ weight: Double) -> Attribute { Attribute("font-weight", .number(weight)) }

    /// The families tried in turn, separated by commas.
    public static func fontFamily(_ families: StaticString) -> Attribute { Attribute("font-family", static: families) }

    /// A shift of a text along its line, in the drawing's units.
    public static func dx(_ shift: Double) -> Attribute { Attribute("dx", .number(shift)) }

    /// A shift of a text down, in the drawing's units.
    public static func dy(_ shift: Double) -> Attribute { Attribute("dy", .number(shift)) }
}
