import Apify
import FoundationEssentials
import Reels
import Sample
import Testing

/// Items changed at random: nothing may crash, and every item ends as an observation that can be stored or as a
/// rejection that can be shown. `SHORTPULSE_MUTATIONS=300000 swift test -c release --filter MutationTests` tries harder.
@Suite struct MutationTests {
    private static let count = ProcessInfo.processInfo.environment["SHORTPULSE_MUTATIONS"].flatMap { Int($0) } ?? 4_000

    private static let datasets = [
        "instagram-hashtag-scraper.json", "instagram-reel-scraper-oddities.json", "tiktok-scraper.json",
        "youtube-scraper-oddities.json",
    ]

    private static func seeds() throws -> [[UInt8]] {
        let own = [Fixture.instagram, .tiktok, .youtube].map { Array($0.text.utf8) }
        return Captures.areHere ? own + (try datasets.flatMap(Captures.items)) : own
    }

    @Test func `a mutated item is observed or rejected, never worse`() throws {
        let seeds = try Self.seeds()
        var mutator = Mutator(seed: 1)
        var kept = 0
        for round in 0..<Self.count {
            let item = mutator.mutated(seeds[round % seeds.count])
            do {
                let observation = try ItemMapper(scrapedAt: Captures.scrapedAt).observation(from: item)
                kept += 1
                #expect(isStorable(observation))
            } catch {
                #expect(isShowable(error.reason))
            }
        }
        #expect(kept > Self.count / 10 && kept < Self.count)
    }

    /// But for what ours refuses and the decoder lets pass: a key given twice, deep nesting, a comma before the end.
    @Test func `a mutated text is JSON to us as it is to Foundation's decoder`() throws {
        let seeds = try Self.seeds()
        var mutator = Mutator(seed: 2)
        for round in 0..<Self.count / 4 {
            let item = mutator.mutated(seeds[round % seeds.count])
            let decoded = try? JSONDecoder().decode(Decoded.self, from: Data(item))  // Nil: no JSON to it.
            do {
                let value = try JSONReader.value(of: item)
                let isBeyondDoubles = String(decoding: item, as: UTF8.self).contains("e999")
                #expect(isBeyondDoubles || decoded?.value == Decoded.comparable(value))
            } catch {
                let isStricter =
                    error.problem.hasPrefix("a key given twice") || error.problem.hasPrefix("nested deeper")
                    || item[..<error.offset].last { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: ",")
                #expect(isStricter || decoded == nil, "\(error)")
            }
        }
    }

    @Test func `a mutated dataset is cut alike whatever its chunks`() throws {
        let seeds = try Self.seeds()
        var mutator = Mutator(seed: 3)
        for round in 0..<Self.count / 40 {
            let separator = round.isMultiple(of: 2) ? "\n" : ","
            let joined = Array(seeds.shuffled(using: &mutator).prefix(4).joined(separator: separator.utf8))
            let dataset = mutator.mutated(round.isMultiple(of: 2) ? joined : [0x5B] + joined + [0x5D])
            let whole = cut(dataset, chunk: dataset.count)
            #expect(cut(dataset, chunk: 1 + round % 97) == whole)
            #expect(whole.items.reduce(0) { $0 + $1.byteCount } <= dataset.count)
        }
    }

    private func cut(_ dataset: [UInt8], chunk: Int) -> Cut {
        var items: [ReceivedItem] = []
        var splitter = ItemSplitter(digest: NoDigest.self, maximumLength: 2_000, keptLength: 100)
        do {
            for start in stride(from: 0, to: dataset.count, by: chunk) {
                splitter.feed(dataset[start..<min(start + chunk, dataset.count)]) { items.append($0) }
            }
            try splitter.finish { items.append($0) }
            return Cut(items: items, error: nil)
        } catch {
            return Cut(items: items, error: error as? DatasetError)
        }
    }

    private struct Cut: Equatable {
        var items: [ReceivedItem]
        var error: DatasetError?
    }

    private func isStorable(_ observation: Observation) -> Bool {
        let counts = [
            observation.views, observation.likes, observation.comments, observation.shares, observation.saves,
        ]
        let texts =
            [
                observation.reelURL, observation.creatorUsername, observation.captionText, observation.audioID,
                observation.audioName, observation.key.reelID,
            ] + observation.hashtags
        return counts.allSatisfy { ($0 ?? 0) >= 0 } && texts.allSatisfy { $0?.utf8.contains(0) != true }
            && (observation.durationSeconds ?? 0) >= 0 && observation.durationSeconds?.isFinite != false
            && (1...255).contains(observation.key.reelID.utf8.count)
    }

    private func isShowable(_ reason: String) -> Bool {
        !reason.isEmpty && reason.utf8.count < 600
            && reason.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" }
    }
}

/// Changes to bytes, drawn from a seed.
private struct Mutator: RandomNumberGenerator {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    private static let fragments = [
        "\\ud83d", "\\u0000", "\"", "{", "}", "[", "]", ",", "\n", "\r\n", "null", "-1", "1e999", "NaN", "\\", ":",
        "0.5",
        "99999999999999999999", "\"id\":", "{\n", "\u{0}", "true", "\"error\":\"x\",",
    ].map { Array($0.utf8) }

    mutating func next() -> UInt64 { numbers.next() }

    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 0...20, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.insert(contentsOf: Self.fragments.randomElement(using: &self) ?? [], at: place)
            default: bytes.replaceSubrange(place..<end, with: Self.fragments.randomElement(using: &self) ?? [])
            }
            if bytes.isEmpty { return [0x7B] }
        }
        return bytes
    }
}

/// What Foundation's decoder makes of a text, numbers by their values.
private struct Decoded: Decodable {
    var value: Value

    enum Value: Equatable {
        case null, bool(Bool), number(Double), string(String), array([Value]), object([String: Value])
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each `try?` asks whether the value is of that kind; the last question is a `try`.
        if container.decodeNil() {
            value = .null
        } else if let bool = try? container.decode(Bool.self) {
            value = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else if let string = try? container.decode(String.self) {
            value = .string(string)
        } else if let elements = try? container.decode([Decoded].self) {
            value = .array(elements.map(\.value))
        } else {
            value = .object(try container.decode([String: Decoded].self).mapValues(\.value))
        }
    }

    static func comparable(_ value: JSONValue) -> Value {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .number(let literal): .number(Double(literal) ?? .nan)
        case .string(let string): .string(string)
        case .array(let elements): .array(elements.map(comparable))
        case .object(let members): .object(members.mapValues(comparable))
        }
    }
}
