import Reels
import Testing

struct InstantTests {
    @Test(
        "reads ISO 8601 with Z, an offset and a fraction",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-05-01T11:47:37Z", 1_777_636_057_000_000),
            ("2026-05-01T11:47:37.000Z", 1_777_636_057_000_000),
            ("2026-05-01T13:47:37+02:00", 1_777_636_057_000_000),
            ("2026-05-01T13:47:37+0200", 1_777_636_057_000_000),
            ("2026-05-01 11:47:37.25Z", 1_777_636_057_250_000),
            ("2026-05-01T11:47:37.123456789Z", 1_777_636_057_123_456),
            ("1969-12-31T23:59:59.5Z", -500_000),
            ("2024-02-29T00:00:00Z", 1_709_164_800_000_000),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000_000),
            ("2017-01-01T01:59:60.5+02:00", 1_483_228_800_500_000),
        ])
    func reads(text: String, microseconds: Int64) {
        #expect(Instant(iso8601: text)?.microseconds == microseconds)
    }

    @Test(
        "refuses what is no instant",
        arguments: [
            "", "2026-05-01", "2026-05-01T11:47:37", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z",
            "2026-05-01T24:00:00Z", "2026-05-01T11:47:60Z", "2016-12-31T23:59:60+02:00",
            "2016-12-31T23:59:61Z", "2026-05-01T11:47:37.Z", "2 months ago",
            "2026-05-01T11:47:37Z ", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
            "2026-05-01T11:47:37+25:00", "２026-05-01T11:47:37Z",
        ])
    func refuses(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test(
        "writes UTC with Z, and a fraction only where there is one",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_777_636_057_250_000, "2026-05-01T11:47:37.250Z"),
            (1_777_636_057_123_456, "2026-05-01T11:47:37.123456Z"), (-500_000, "1969-12-31T23:59:59.500Z"),
        ])
    func writes(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).iso8601 == text)
    }

    @Test(
        "writes HTTP's form, to the second",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1_777_636_057_999_999, "Fri, 01 May 2026 11:47:37 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (784_111_777_000_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
        ])
    func writesForHTTP(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).httpDate == text)
    }

    @Test("every day from year 1 to 9999 survives the round trip")
    func calendarRoundTrip() throws {
        let first = try #require(CivilDate(year: 1, month: 1, day: 1)).daysSinceEpoch
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31)).daysSinceEpoch
        #expect(last - first == 3_652_058)
        for day in first...last where CivilDate(daysSinceEpoch: day).daysSinceEpoch != day {
            Issue.record("day \(day)")
        }
    }

    @Test("a day alone is its midnight")
    func dayAlone() {
        #expect(Instant(iso8601Day: "2021-12-21")?.iso8601 == "2021-12-21T00:00:00Z")
        #expect(Instant(iso8601Day: "2021-12-21T00") == nil)
    }
}
