import FoundationEssentials
import Ingest
import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// The real captures, where the folder with them stands beside the checkout.
private let captures: String? = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    guard let tests = parts.lastIndex(of: "Tests") else { return nil }
    let folder = (parts[..<tests] + ["..", "shared", "samples"]).joined(separator: "/")
    guard FileManager.default.fileExists(atPath: folder) else {
        print("skipped: no captures in \(folder)")
        return nil
    }
    return folder
}()

@Suite(.enabled(if: captures != nil, "the captures are not beside this checkout"))
struct CaptureTests {
    @Test(
        "every capture is counted as it was found",
        arguments: [
            ("instagram-hashtag-scraper.json", ItemCounts(observed: 50), [:]),
            (
                "instagram-reel-scraper-oddities.json", ItemCounts(observed: 6, rejected: 2),
                ["no_items": 1, "not_a_video": 1]
            ),
            ("tiktok-scraper.json", ItemCounts(observed: 54, duplicate: 2), [:]),
            (
                "youtube-scraper-oddities.json", ItemCounts(observed: 1, rejected: 3),
                ["relative_date": 1, "not_short_form": 2]
            ),
        ])
    func counts(file: String, expected: ItemCounts, rejections: [String: Int64]) throws {
        try TestDatabase.with { test in
            let report = try Fixture.import(try bytes(file), into: test)
            #expect(report.run.counts == expected)
            #expect(report.tally.rejections.mapValues(\.count) == rejections)
        }
    }

    @Test("views come from videoPlayCount, and hidden likes are null")
    func instagram() throws {
        try TestDatabase.with { test in
            _ = try Fixture.import(try bytes("instagram-hashtag-scraper.json"), into: test)
            let connection = try test.connect()
            let rows = try connection.execute(
                """
                SELECT count(*) FILTER (WHERE views_source = 'videoPlayCount' AND views > 0), count(*) FILTER (WHERE likes IS NULL)
                FROM \(unescaped: test.name).reels_raw_events
                """)
            #expect(try rows.integer(0, 0) == 50)
            #expect(try rows.integer(0, 1) == 3)
        }
    }

    @Test("all captures together verify as of any day of their year")
    func verified() throws {
        try TestDatabase.with { test in
            for file in try FileManager.default.contentsOfDirectory(atPath: captures ?? "")
            where file.hasSuffix(".json") {
                // Seen when they were young, so that the windows hold some of them.
                _ = try Fixture.import(try bytes(file), into: test, observedAt: Instant(seconds: 1_772_600_000))
            }
            let connection = try test.connect()
            let findings = try Verification(schema: test.schema).findings(asOf: nil, connection)
            #expect(findings.contains { $0.size > 20 })
            for finding in findings { #expect(finding.disagreements.isEmpty) }
        }
    }

    private func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: try #require(captures) + "/" + file)))
    }
}
