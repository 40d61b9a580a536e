import Reels

/// A stratum as a number: the place of its field in ``ViewsSource``, from 1 on, above its surface; 0 where there is none.
struct StratumCode {
    let bits: UInt32

    private static let sources = ViewsSource.allCases

    init(_ stratum: Stratum?) {
        let source = stratum.flatMap { Self.sources.firstIndex(of: $0.viewsSource) }
        bits = source.map { UInt32($0 + 1) << 16 | UInt32(stratum?.surface ?? 0) } ?? 0
    }

    init(bits: UInt32) throws {
        guard bits == 0 || (1...Self.sources.count).contains(Int(bits >> 16)) else { throw ColumnsDamaged() }
        self.bits = bits
    }

    var stratum: Stratum? {
        guard bits != 0 else { return nil }
        return Stratum(surface: UInt16(truncatingIfNeeded: bits), viewsSource: Self.sources[Int(bits >> 16) - 1])
    }
}
