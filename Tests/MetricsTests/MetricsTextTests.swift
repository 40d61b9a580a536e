import Metrics
import System
import Testing

@Suite struct MetricsTextTests {
    @Test func `a family names its help, its kind and its samples, whole numbers without a point`() {
        var text = MetricsText()
        text.family("reels_total", .counter, "Reels.") { samples in
            samples.add(3, [("platform", "tiktok"), ("window", "7d")])
            samples.add(0.25)
        }
        #expect(
            written(text) == """
                # HELP reels_total Reels.
                # TYPE reels_total counter
                reels_total{platform="tiktok",window="7d"} 3
                reels_total 0.25

                """)
    }

    @Test func `a value that a stranger chose cannot end its label`() {
        var text = MetricsText()
        text.family("seen", .gauge, "Seen.") { $0.add(1, [("by", "a\"} 9\n\\")]) }
        #expect(written(text).hasSuffix("seen{by=\"a\\\"} 9\\n\\\\\"} 1\n"))
    }

    @Test func `what is no number is not told, and a family of nothing not mentioned`() {
        var text = MetricsText()
        text.family("age", .gauge, "Age.") { samples in
            samples.add(.nan)
            samples.add(.infinity)
        }
        text.single("size", .gauge, "Size.", nil)
        #expect(text.bytes.isEmpty)
    }

    @Test func `a histogram counts what was within each bound, upwards, and all of it`() {
        var histogram = LatencyHistogram()
        for seconds in [0.000_01, 0.001, 0.0011, 3600] { histogram.note(seconds: seconds) }
        var text = MetricsText()
        text.family("took_seconds", .histogram, "Took.") { $0.add(histogram, [("route", "/")]) }
        let lines = written(text).split(separator: "\n")
        #expect(lines.contains(#"took_seconds_bucket{route="/",le="5e-05"} 1"#))
        #expect(lines.contains(#"took_seconds_bucket{route="/",le="0.0005"} 1"#))
        #expect(lines.contains(#"took_seconds_bucket{route="/",le="0.001"} 2"#))
        #expect(lines.contains(#"took_seconds_bucket{route="/",le="60"} 3"#))
        #expect(lines.contains(#"took_seconds_bucket{route="/",le="+Inf"} 4"#))
        #expect(lines.contains(#"took_seconds_count{route="/"} 4"#))
        #expect(lines.contains { $0.hasPrefix(#"took_seconds_sum{route="/"} 3600.002"#) })
    }

    @Test func `a process tells when it began, and what it uses`() throws {
        let usage = ProcessUsage.now()
        let age = Double(WallClock.now()) / 1e6 - (try #require(usage.startTime))
        #expect(age > 0 && age < 86_400)
        #expect(usage.cpuSeconds > 0)
        #expect(try #require(usage.residentBytes) > 1 << 20)
        let before = try #require(usage.openDescriptors)
        let file = try File.open("/dev/null")
        // Other tests of this process open and close files at the same time.
        #expect(try abs(#require(ProcessUsage.now().openDescriptors) - before) < 100)
        #expect(file.rawValue >= 0)
    }

    private func written(_ text: MetricsText) -> String { String(decoding: text.bytes, as: UTF8.self) }
}
