import Glibc

/// A point and how far it is moved from its place, so that it can be reached beside others that have the same place.
struct PlacedPoint {
    var point: ScatterPoint
    /// Pixels to the right and down.
    var shift: (x: Double, y: Double)?
}

extension Scatter {
    /// The drawn points, the most important first, which keeps its place. Those that come later to the same place lie around it
    /// as seeds lie in a sunflower: each visible, all near.
    var placedPoints: [PlacedPoint] {
        let counts = Dictionary(drawnPoints.map { (Place(of: $0), 1) }, uniquingKeysWith: +)
        var seen: [Place: Int] = [:]
        return drawnPoints.map { point in
            let place = Place(of: point)
            let order = seen[place, default: 0]
            seen[place] = order + 1
            return PlacedPoint(point: point, shift: order == 0 ? nil : Self.shift(order, of: counts[place] ?? 1))
        }
    }

    private static func shift(_ order: Int, of count: Int) -> (x: Double, y: Double) {
        let crowding = min(1, furthest / (seedDistance * Double(count - 1).squareRoot()))
        let distance = seedDistance * Double(order).squareRoot() * crowding
        let angle = Double(order) * goldenAngle
        return (distance * cos(angle), distance * sin(angle))
    }

    /// Pixels between neighbours, where there are few.
    private static let seedDistance = 6.0
    /// Pixels from the place to the outermost: hundreds of reels that nobody has seen share one corner of the picture, and are
    /// not to leave it.
    private static let furthest = 20.0
    /// Radians; pi times (3 - sqrt 5).
    private static let goldenAngle = 2.399963229728653
}

/// A place as it is written, in hundredths of a percentile.
private struct Place: Hashable {
    let velocity: Int
    let engagement: Int

    init(of point: ScatterPoint) {
        velocity = Self.hundredths(point.velocityPercentile)
        engagement = Self.hundredths(point.engagementPercentile)
    }

    private static func hundredths(_ percentile: Double) -> Int {
        Int(exactly: (percentile * 100).rounded(.toNearestOrEven)) ?? 0
    }
}
