import Reels
import Scoring
import System
import Testing

/// The states that a page can be in, each with data of its own in which nobody real occurs.
enum PagesState: String, CaseIterable, CustomTestStringConvertible {
    case live
    case sampleByDefault = "sample"
    case past
    case empty
    case beforeAll = "before"
    case few
    case stale
    case noTop = "no-top"
    case hostile

    /// A site in this state.
    var world: World {
        let world = World(token: self == .live ? World.token : nil)
        for dataset in Dataset.allCases { world.shelf.put([], in: dataset) }
        switch self {
        case .live, .past, .beforeAll: world.shelf.put(Observation.kiln(24))
        case .sampleByDefault: world.shelf.put(Observation.kiln(24), in: .sample)
        case .empty: break
        case .few: world.shelf.put(Observation.mixed)
        case .stale:
            world.shelf.put(Observation.kiln(24))
            world.clock.withLock { $0 = noon.advanced(byMicroseconds: 13 * Microseconds.hour) }
        case .noTop: world.shelf.put(Observation.kiln(24, isBestEngaging: false))
        case .hostile: world.shelf.put(Observation.hostile)
        }
        return world
    }

    /// What a reader of this state asks for.
    var query: String {
        switch self {
        case .past: "?window=30d&platform=tiktok&as_of=2026-05-01T06%3A00%3A00Z"
        case .beforeAll: "?as_of=2026-01-01T00%3A00%3A00Z"
        case .few, .empty, .hostile: ""
        default: "?platform=tiktok"
        }
    }

    var testDescription: String { rawValue }
}

extension Observation {
    /// TikTok reels, the first the fastest and the most engaging, seen at six in the morning and at noon.
    static func kiln(_ count: Int, isBestEngaging: Bool = true) -> [Observation] {
        (0..<count).flatMap { number in
            let views = Int64(40_000 / (number + 1)) * (number == 1 ? 60 : 1)
            let engagement = Int64(isBestEngaging || number > 4 ? count - number : number / 2)
            let likes = number % 9 == 4 ? nil : views * engagement / 200
            return [Int64(6), 12].map { hour in
                var reel = sample(
                    "75\(number)", hoursOld: Double(7 + number * 6), views: views * hour / 6, likes: likes,
                    comments: views / 90, shares: views / 70, url: "https://www.tiktok.com/@kiln/video/75\(number)",
                    creator: "kiln.\(number % 5)",
                    scrapedAt: noon.advanced(byMicroseconds: (hour - 12) * Microseconds.hour))
                reel.captionText = number % 4 == 3 ? nil : "Glaze test no. \(number): the blue holds"
                return reel
            }
        }
    }

    /// Four reels of each platform, which is too few.
    static let mixed: [Observation] = Platform.allCases.flatMap { platform in
        (Int64(1)...4).map { number in
            let likes: Int64? = number == 2 ? nil : number * 31
            return sample(
                "\(platform.rawValue)\(number)", platform, hoursOld: Double(number * 5), views: number * number * 700,
                likes: likes, comments: 4, saves: platform == .instagram ? 9 : nil,
                url: "https://www.\(platform.hosts[0])/reel/\(number)", creator: "maker\(number)")
        }
    }

    /// What strangers may send in every field that is shown, in a cohort that is large enough for flags.
    static let hostile: [Observation] = (0..<20).map { number in
        let text = hostileTexts[number % hostileTexts.count]
        var reel = sample(
            "\(identifier(text))\(number)", hoursOld: Double(number + 1), views: Int64(number * number + 1), likes: 3,
            url: hostileAddresses[number % hostileAddresses.count], creator: text)
        reel.captionText = text
        return reel
    }

    /// As near to `text` as an identifier can be: 255 printable characters without space and slash.
    private static func identifier(_ text: String) -> String {
        String(decoding: text.utf8.lazy.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }.prefix(250), as: UTF8.self)
    }

    static let hostileAddresses = [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)//https://www.tiktok.com/",
        "data:text/html,<script>alert(1)</script>",
        "http://www.tiktok.com/@a/video/1", "//www.tiktok.com/@a", "https://www.tiktok.com.example/@a",
        "https://tiktok.com@example.com/", "https://www.tiktok.com/\" onmouseover=\"alert(1)",
        " https://www.tiktok.com/",
    ]

    static let hostileTexts = [
        "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)' autofocus='",
        "<style>body{display:none}</style>", "\u{202E}gnirts desrever", "<svg onload=alert(1)>", "&lt;b&gt; &amp;amp;",
        "nul\u{0}and\u{1B}escape", String(repeating: "wide", count: 2_500),
        "a" + String(repeating: "\u{301}", count: 9_000),
    ]
}
