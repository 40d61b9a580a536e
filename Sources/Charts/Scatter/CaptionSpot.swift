import Markup

/// Where a caption stands beside its point, in pixels, which are the same at every width of the drawing.
struct CaptionSpot {
    /// From the point's place to the caption's baseline, to the right and down.
    let shift: (x: Double, y: Double)
    /// Which part of the caption lies there.
    let anchor: TextAnchor
    /// So far away that a line has to lead to it.
    var hasLeader = false

    /// Pixels that a line has to bridge; none beside the point.
    var distance: Double { hasLeader ? (shift.x * shift.x + shift.y * shift.y).squareRoot() : 0 }

    /// Beside a point of this radius, the best first.
    static func all(radius: Double) -> [CaptionSpot] {
        let near = radius + 5
        let middle = [
            CaptionSpot(shift: (near, 4), anchor: .start), CaptionSpot(shift: (-near, 4), anchor: .end),
            CaptionSpot(shift: (0, -near - 1), anchor: .middle), CaptionSpot(shift: (0, near + 9), anchor: .middle),
        ]
        let corners = [(1.0, -1.0), (-1, -1), (1, 1), (-1, 1)].map { side, height in
            CaptionSpot(
                shift: (side * near * 0.8, height * near + (height > 0 ? 6 : 0)), anchor: side > 0 ? .start : .end)
        }
        let heights = stride(from: -140.0, through: 140, by: 14)
        let distant = heights.flatMap { height in
            [-150.0, -110, -70, -30, 30, 70, 110, 150].map { side in
                CaptionSpot(shift: (side, height + 4), anchor: side > 0 ? .start : .end, hasLeader: true)
            }
        }
        return middle + corners + distant
    }

    /// What a caption of this width covers, in pixels of a drawing of this size.
    func box(of width: Double, at place: ScatterPlace, in size: CaptionFrame) -> CaptionBox {
        let x = size.x(place) + shift.x
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        let baseline = size.y(place) + shift.y
        return CaptionBox(left: left, top: baseline - 11, right: left + width, bottom: baseline + 4)
    }
}

/// A size that the drawing may have, in pixels. Its width follows the screen, so captions are placed to be free of each other
/// at several.
struct CaptionFrame {
    let width: Double
    let height: Double

    /// On wide screens, the narrowest first.
    static let wide = [
        CaptionFrame(width: 540, height: 440), CaptionFrame(width: 800, height: 540),
        CaptionFrame(width: 1_080, height: 540),
    ]
    /// On a phone.
    static let narrow = CaptionFrame(width: 280, height: 330)

    func x(_ place: ScatterPlace) -> Double { place.x * width / 100 }

    func y(_ place: ScatterPlace) -> Double { (100 - place.y) * height / 100 }

    func holds(_ box: CaptionBox) -> Bool {
        box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
    }
}

/// A rectangle in pixels.
struct CaptionBox {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: CaptionBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether a point of this radius reaches into it.
    func touches(x: Double, y: Double, radius: Double) -> Bool {
        x > left - radius && x < right + radius && y > top - radius && y < bottom + radius
    }
}
