/// A caption that found room.
struct PlacedCaption {
    let text: String
    let point: ScatterPoint
    let spot: CaptionSpot
    /// There is room for it on a phone, too.
    var isNarrow = false
    let width: Double
}

/// Finds room for captions, one after the other: each takes the spot where it covers fewest points, and none where it would
/// cover another caption or a point that has one. A caption without room, or that would hide a crowd, is left out.
struct CaptionPlacement {
    private(set) var placed: [PlacedCaption] = []
    /// What captions should not cover.
    private let obstacles: [Obstacle]
    /// Those that have captions of their own.
    private let owners: [Obstacle]

    /// No more of a point than its disc.
    private struct Obstacle {
        let place: ScatterPlace
        let radius: Double

        init(_ point: ScatterPoint) {
            place = point.place
            radius = point.radius
        }
    }

    /// More would be lost in the crowd.
    private static let mostObstacles = 300
    private static let mostNarrow = 3
    /// So many points a caption may cover.
    private static let mostCovered = 2
    /// More lines would have to be disentangled.
    private static let mostLines = 4
    /// To lie so many pixels further away is as bad as to cover half a point.
    private static let distanceOfAPoint = 24.0

    /// Captions of those of `points` that have one, the first of `points` before the others.
    init(of points: [ScatterPoint]) {
        obstacles = points.prefix(Self.mostObstacles).map(Obstacle.init)
        let named = points.filter { $0.caption != nil }
        owners = named.map(Obstacle.init)
        for point in named { place(point) }
    }

    private mutating func place(_ point: ScatterPoint) {
        guard let text = point.caption, !text.isEmpty else { return }
        let width = Self.width(of: text)
        var best: (spot: CaptionSpot, cost: Double)?
        let hasRoomForLines = placed.count(where: \.spot.hasLeader) < Self.mostLines
        for spot in CaptionSpot.all(radius: point.radius)
        where hasRoomForLines || !spot.hasLeader {
            guard spot.distance / Self.distanceOfAPoint < best?.cost ?? .infinity, isFree(spot, of: point, width: width)
            else { continue }
            let covered = covered(by: spot, of: point, width: width)
            guard covered <= Self.mostCovered else { continue }
            let cost = 2 * Double(covered) + spot.distance / Self.distanceOfAPoint
            if cost < best?.cost ?? .infinity { best = (spot, cost) }
        }
        guard let best else { return }
        let isNarrow = isFreeOnPhones(best.spot, of: point, width: width)
        placed.append(PlacedCaption(text: text, point: point, spot: best.spot, isNarrow: isNarrow, width: width))
    }

    private func isFree(_ spot: CaptionSpot, of point: ScatterPoint, width: Double) -> Bool {
        CaptionFrame.wide.allSatisfy { isFree(spot, of: point, width: width, in: $0, among: placed) }
    }

    private func isFreeOnPhones(_ spot: CaptionSpot, of point: ScatterPoint, width: Double) -> Bool {
        let others = placed.filter(\.isNarrow)
        return !spot.hasLeader && others.count < Self.mostNarrow
            && isFree(spot, of: point, width: width, in: .narrow, among: others)
    }

    private func isFree(
        _ spot: CaptionSpot, of point: ScatterPoint, width: Double, in frame: CaptionFrame,
        among others: [PlacedCaption]
    ) -> Bool {
        let box = spot.box(of: width, at: point.place, in: frame)
        guard frame.holds(box) else { return false }
        let covers = others.contains { $0.spot.box(of: $0.width, at: $0.point.place, in: frame).overlaps(box) }
        return !covers && !owners.contains { Self.touches(box, $0, in: frame) }
    }

    private func covered(by spot: CaptionSpot, of point: ScatterPoint, width: Double) -> Int {
        let frame = CaptionFrame.wide[1]
        let box = spot.box(of: width, at: point.place, in: frame)
        return obstacles.count { Self.touches(box, $0, in: frame) }
    }

    private static func touches(_ box: CaptionBox, _ point: Obstacle, in frame: CaptionFrame) -> Bool {
        box.touches(x: frame.x(point.place), y: frame.y(point.place), radius: point.radius)
    }

    /// Pixels at 12 pixels a line, rather too many: fonts differ.
    private static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(4.0) { $0 + ($1.value < 0x2E80 ? 7 : 13) }
    }
}
