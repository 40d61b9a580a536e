import Reels
import Sample
import Scoring
import Testing

extension EqualAgeTests {
    private struct Reel {
        let publishTime: Instant?
        var sightings: [Sighting]
    }

    @Test("equal to comparing each reel with each other, on random histories", arguments: 0..<1_000)
    func quadratic(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let asOf = Instant(seconds: 1_750_000_000)
        let reels = Self.randomReels(asOf: asOf, &random)
        let ranking = Self.ranking(of: reels, asOf: asOf)
        for reel in reels.indices {
            #expect(ranking[reel] == Self.compared(reel, with: reels, asOf: asOf), "reel \(reel)")
        }
    }

    @Test(
        "a reel that is slower than all lowers nobody's rank, and the order of the rows is of no account",
        arguments: 0..<50)
    func invariance(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let asOf = Instant(seconds: 1_750_000_000)
        var reels = Self.randomReels(asOf: asOf, &random)
        let ranking = Self.ranking(of: reels, asOf: asOf)
        let backwards = Self.ranking(of: reels.reversed(), asOf: asOf)
        for reel in reels.indices { #expect(ranking[reel] == backwards[reels.count - 1 - reel]) }
        let slowest = Sighting(
            scrapedAt: asOf.advanced(byMicroseconds: -Microseconds.hour), views: 0,
            stratum: Stratum(viewsSource: .videoPlayCount))
        reels.append(Reel(publishTime: asOf.advanced(byMicroseconds: -4 * Microseconds.hour), sightings: [slowest]))
        let joined = Self.ranking(of: reels, asOf: asOf)
        for reel in reels.indices.dropLast() {
            guard let before = ranking[reel], let after = joined[reel] else { continue }
            #expect(after.slower * before.peers >= before.slower * after.peers || after.slower == 0)
        }
    }

    private static func ranking(of reels: [Reel], asOf: Instant) -> EqualAgeRanking {
        var history = SightingHistory(platform: .tiktok)
        for reel in reels { history.append(publishTime: reel.publishTime, sightings: reel.sightings) }
        return EqualAgeRanking(of: history, asOf: asOf)
    }

    /// Word by word as it is defined.
    private static func compared(_ reel: Int, with reels: [Reel], asOf: Instant) -> EqualAgeVelocity? {
        guard let published = reels[reel].publishTime,
            let newest = reels[reel].sightings.filter({ $0.scrapedAt <= asOf && $0.stratum != nil })
                .max(by: { $0.scrapedAt < $1.scrapedAt }), let stratum = newest.stratum
        else { return nil }
        let a = newest.scrapedAt.microseconds(since: published)
        guard (Microseconds.hour...720 * Microseconds.hour).contains(a) else { return nil }
        var (slower, peers) = (0, 0)
        for other in reels.indices where other != reel {
            guard let peer = sighting(of: reels[other], at: a, stratum: stratum, asOf: asOf) else { continue }
            peers += 1
            if Int128(peer.views) * Int128(a) < Int128(newest.views) * Int128(peer.age) { slower += 1 }
        }
        return EqualAgeVelocity(slower: slower, peers: peers)
    }

    private static func sighting(
        of reel: Reel, at a: Int64, stratum: Stratum, asOf: Instant
    ) -> (views: Int64, age: Int64)? {
        guard let published = reel.publishTime else { return nil }
        let sinceThen = asOf.microseconds(since: published)
        guard 4 * sinceThen >= 5 * a, 4 * (sinceThen - 28 * Microseconds.day) < 5 * a else { return nil }
        var best: (views: Int64, age: Int64)?
        for sighting in reel.sightings.sorted(by: { $0.scrapedAt < $1.scrapedAt })
        where sighting.scrapedAt <= asOf && sighting.stratum == stratum {
            let age = sighting.scrapedAt.microseconds(since: published)
            guard 4 * a <= 5 * age, 4 * age <= 5 * a else { continue }
            guard let nearest = best else {
                best = (sighting.views, age)
                continue
            }
            // Nearer in ratio: max(age, a) / min(age, a) is smaller.
            let (near, far) = (ratio(age, a), ratio(nearest.age, a))
            if near.0 * far.1 < far.0 * near.1 { best = (sighting.views, age) }
        }
        return best
    }

    private static func ratio(_ left: Int64, _ right: Int64) -> (Int128, Int128) {
        (Int128(max(left, right)), Int128(min(left, right)))
    }

    /// Times on a coarse grid, so that ties occur; or within microseconds of the ends of bands and windows, and of the
    /// middles between sightings; or anywhere.
    private static func randomReels(asOf: Instant, _ random: inout SplitMix64) -> [Reel] {
        func draw(_ bound: Int64) -> Int64 { Int64(random.next() % UInt64(bound)) }
        let hour = Microseconds.hour
        let grids: [(unit: Int64, range: Int64)] = [
            (hour, 12), (hour, 300), (hour, 1_500), (hour / 5, 60), (7, 40 * 24 * hour / 7),
        ]
        let (unit, range) = random.pick(grids)
        // Each age is 1.25 times the one before it.
        let thousandths: [Int64] = [1_024, 1_280, 1_600, 2_000, 2_500, 3_125]
        let edges = thousandths.map { $0 * hour / 1_000 }
        let nearEdges = draw(2) == 0
        // From 2^53 on doubles no longer tell all counts apart.
        let viewsUnit: Int64 = draw(4) == 0 ? 1 << 53 - 7 : 1
        func age() -> Int64 { nearEdges ? random.pick(edges) + draw(7) - 3 : (draw(range) - 1) * unit }
        func ageAsOf() -> Int64 {
            guard nearEdges else { return draw(range) * unit }
            return random.pick(edges) + draw(2) * 28 * Microseconds.day + draw(7) - 3
        }
        return (0..<Int(2 + draw(60))).map { _ in
            let published = asOf.advanced(byMicroseconds: -ageAsOf())
            let times = Set((0...draw(6)).map { _ in age() })
            let sightings = times.sorted(by: >).map { age in
                Sighting(
                    scrapedAt: published.advanced(byMicroseconds: age), views: draw(8) * draw(50) * viewsUnit + draw(2),
                    stratum: draw(20) == 0
                        ? nil
                        : Stratum(
                            surface: UInt16(draw(5) / 4), viewsSource: draw(6) == 0 ? .igPlayCount : .videoPlayCount))
            }
            return Reel(publishTime: draw(10) == 0 ? nil : published, sightings: sightings)
        }
    }
}
