import Markup

extension Thumbnail {
    /// One of three patterns, placed by the identifier.
    @MarkupBuilder
    var pattern: Node {
        let digest = Self.digest(identifier)
        switch digest % 3 {
        case 0: rings(Seed(digest))
        case 1: waveform(Seed(digest))
        default: hills(Seed(digest))
        }
    }

    private func rings(_ start: Seed) -> Node {
        var seed = start
        let x = seed.next(in: 10...80)
        let y = seed.next(in: 20...96)
        let gap = seed.next(in: 12...20)
        return SVG.g(.fill(.none), .stroke(.color(Palette.teal)), .strokeWidth(3)) {
            for ring in 1...5 {
                SVG.circle(
                    cx: .units(x), cy: .units(y), r: .units(gap * Double(ring) - 5), .opacity(0.5 - 0.08 * Double(ring))
                )
            }
        }
    }

    private func waveform(_ start: Seed) -> Node {
        var seed = start
        return SVG.g(.fill(.color(Palette.teal)), .fillOpacity(0.26)) {
            for bar in 0..<9 {
                let height = seed.next(in: 14...76)
                SVG.rect(
                    x: .units(11 + 8 * Double(bar)), y: .units(47 - height / 2), width: 4, height: .units(height),
                    .corner(2))
            }
        }
    }

    private func hills(_ start: Seed) -> Node {
        var seed = start
        return SVG.g(.fill(.color(Palette.teal))) {
            for hill in 0..<3 {
                let x = seed.next(in: 5...85)
                let radius = seed.next(in: 42...64)
                SVG.circle(
                    cx: .units(x), cy: .units(84 + 34 * Double(hill)), r: .units(radius),
                    .fillOpacity(0.16 + 0.06 * Double(hill)))
            }
        }
    }

    /// FNV-1a of 64 bits: the same on every machine and in every run, unlike the standard library's hashes.
    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// A repeatable row of numbers (SplitMix64, after Steele, Lea and Flood).
private struct Seed {
    private var state: UInt64

    init(_ state: UInt64) { self.state = state }

    /// A whole number of `range`.
    mutating func next(in range: ClosedRange<UInt64>) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(range.lowerBound + mixed % (range.upperBound - range.lowerBound + 1))
    }
}
