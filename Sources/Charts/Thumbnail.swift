public import Markup

/// Stands in for a reel's cover, which is its creator's and not ours to copy: an upright picture drawn from the reel's own
/// data. The same reel always gets the same one.
public struct Thumbnail: Sendable {
    /// Our own sign for a platform; none is a trademark.
    public enum Glyph: Sendable {
        case viewfinder
        case beat
        case play
    }

    /// The sign in the upper half.
    public var glyph: Glyph
    /// The reel's identifier: it picks the pattern.
    public var identifier: String
    /// Velocity, engagement and views percentiles, 0 to 100: the three bars at the foot. Nil is drawn as a dash.
    public var percentiles: [Double?]
    /// The bars are amber.
    public var isTop: Bool

    /// A stand-in for the cover of the reel `identifier`.
    public init(glyph: Glyph, identifier: String, percentiles: [Double?], isTop: Bool) {
        self.glyph = glyph
        self.identifier = identifier
        self.percentiles = percentiles
        self.isTop = isTop
    }

    /// The drawing, 9 to 16; its size comes from the style sheet. It is decoration: the words beside it say the same.
    public var drawing: Node {
        SVG.svg(.class("thumbnail"), .viewBox(width: 90, height: 160), .width(90), .height(160), .ariaHidden) {
            SVG.rect(x: 0, y: 0, width: 90, height: 160, .fill(.color(Palette.slate)))
            pattern
            SVG.path(
                glyph.outline, .fill(.none), .stroke(.color(Palette.ash)), .strokeWidth(5), .roundCaps, .roundJoins)
            bars
        }
    }

    private var bars: Node {
        SVG.g(.fill(.color(isTop ? Palette.amber : Palette.teal))) {
            for (index, percentile) in percentiles.enumerated() {
                let height = max(Self.lowestBar, (percentile ?? 0) / 100 * Self.highestBar)
                SVG.rect(
                    x: .units(12 + 24 * Double(index)), y: .units(Self.foot - height), width: 18,
                    height: .units(height), .corner(2), percentile == nil ? .opacity(0.4) : .absent)
            }
        }
    }

    /// In units of the drawing, which is 160 high.
    private static let foot = 148.0
    private static let highestBar = 36.0
    private static let lowestBar = 3.0
}

extension Thumbnail.Glyph {
    /// In the upper half of the picture, about its middle.
    fileprivate var outline: StaticString {
        switch self {
        case .viewfinder: "M27 43V29h14M49 29h14v14M63 51v14H49M41 65H27V51M45 40v14M38 47h14"
        case .beat: "M27 40v14M39 29v36M51 35v24M63 43v8"
        case .play: "M34 28v38l31-19z"
        }
    }
}
