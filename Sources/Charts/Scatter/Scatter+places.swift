import Glibc

/// A point and how far it is moved from its place, so that it can be reached beside others that have the same place.
struct PlacedPoint {
    var point: ScatterPoint
    /// Pixels to the right and down.
    var shift: (x: Double, y: Double)?
}

extension Scatter {
    /// The points, the most important first, which keeps its place. Those that come later to the same place lie around it
    /// as seeds lie in a sunflower: each visible, all near.
    var placedPoints: [PlacedPoint] {
        let counts = Dictionary(points.map { (WrittenPlace(of: $0), 1) }, uniquingKeysWith: +)
        var seen: [WrittenPlace: Int] = [:]
        return points.map { point in
            let place = WrittenPlace(of: point)
            let order = seen[place, default: 0]
            seen[place] = order + 1
            guard order > 0 else { return PlacedPoint(point: point) }
            let seed = Self.shift(order, of: counts[place] ?? 1)
            return PlacedPoint(point: point, shift: Self.turnedInwards(seed, at: point.place))
        }
    }

    private static func shift(_ order: Int, of count: Int) -> (x: Double, y: Double) {
        let crowding = min(1, furthest / (seedDistance * Double(count - 1).squareRoot()))
        let distance = seedDistance * Double(order).squareRoot() * crowding
        let angle = Double(order) * goldenAngle
        return (distance * cos(angle), distance * sin(angle))
    }

    /// Near an edge of the picture seeds fall to its inside only.
    private static func turnedInwards(_ seed: (x: Double, y: Double), at place: ScatterPlace) -> (x: Double, y: Double)
    {
        let x = place.x < edge ? abs(seed.x) : place.x > 100 - edge ? -abs(seed.x) : seed.x
        let y = place.y < edge ? -abs(seed.y) : place.y > 100 - edge ? abs(seed.y) : seed.y
        return (x, y)
    }

    /// Hundredths: wider than ``furthest`` in the smallest drawing.
    private static let edge = 8.0
    /// Pixels between neighbours, where there are few.
    private static let seedDistance = 6.0
    /// Pixels from the place to the outermost: hundreds of reels that nobody has seen share one corner of the picture.
    private static let furthest = 20.0
    /// Radians; pi times (3 - sqrt 5).
    private static let goldenAngle = 2.399963229728653
}

/// A place as it is written, in hundredths of a hundredth.
private struct WrittenPlace: Hashable {
    let x: Int
    let y: Int

    init(of point: ScatterPoint) {
        x = Self.hundredths(point.place.x)
        y = Self.hundredths(point.place.y)
    }

    private static func hundredths(_ place: Double) -> Int {
        Int(exactly: (place * 100).rounded(.toNearestOrEven)) ?? 0
    }
}
