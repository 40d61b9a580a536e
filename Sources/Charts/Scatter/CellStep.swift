import Markup

/// How a cell is coloured: by how many times as many reels lie in it as chance would put there. From ash, fewer, to teal, more.
/// What chance alone may do, twice the root of what is expected, counts as no difference, so that few reels make no noise.
enum CellStep: Int, CaseIterable {
    case far
    case fewer
    case even
    case more
    case many
    case most

    init(_ cell: ScatterCellCount) {
        let isNoise = abs(Double(cell.count) - cell.expected) <= 2 * cell.expected.squareRoot()
        switch isNoise ? 1 : cell.ratio {
        case ..<0.5: self = .far
        case ..<0.8: self = .fewer
        case ..<1.25: self = .even
        case ..<2: self = .more
        case ..<4: self = .many
        default: self = .most
        }
    }

    var fill: Attribute {
        .fill(.color(rawValue <= Self.even.rawValue ? Palette.ash : Palette.teal))
    }

    var opacity: Attribute {
        switch self {
        case .far: .fillOpacity(0.06)
        case .fewer: .fillOpacity(0.11)
        case .even: .fillOpacity(0.18)
        case .more: .fillOpacity(0.3)
        case .many: .fillOpacity(0.46)
        case .most: .fillOpacity(0.66)
        }
    }
}
