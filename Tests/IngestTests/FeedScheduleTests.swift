import Ingest
import Reels
import Storage
import Testing

struct FeedScheduleTests {
    private typealias Last = FeedJournal.LastService

    /// What a feed has behind it, in hours before or after now, and whether it is due.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var started: Double?
        var failed: Double?
        var isInterrupted = false
        var tolerance = 0.0
        var pauseAfterFailure = 0.0
        let isDue: Bool
    }

    /// The interval is 6 h.
    static let cases = [
        Case(testDescription: "never served", isDue: true),
        Case(testDescription: "just started", started: 0, isDue: false),
        Case(testDescription: "a moment too early", started: -5.999, isDue: false),
        Case(testDescription: "on time", started: -6, isDue: true),
        Case(testDescription: "long past", started: -600, isDue: true),
        Case(testDescription: "started in the future, by a clock that went back", started: 2, isDue: false),
        Case(testDescription: "interrupted just now", started: -0.01, isInterrupted: true, isDue: true),
        Case(testDescription: "interrupted before it was started", isInterrupted: true, isDue: true),
        Case(testDescription: "failed before it was started", failed: -0.01, isDue: true),
        Case(testDescription: "failed after its start", started: -1, failed: -0.9, isDue: false),
        Case(testDescription: "too early, within tolerance", started: -5.6, tolerance: 0.5, isDue: true),
        Case(testDescription: "too early, outside tolerance", started: -5.4, tolerance: 0.5, isDue: false),
        Case(testDescription: "failed just now, with a pause", failed: -0.4, pauseAfterFailure: 0.5, isDue: false),
        Case(testDescription: "failed a while ago, with a pause", failed: -0.5, pauseAfterFailure: 0.5, isDue: true),
        Case(
            testDescription: "interrupted and failed just now, with a pause", started: -1, failed: -0.4,
            isInterrupted: true,
            pauseAfterFailure: 0.5, isDue: false),
        Case(
            testDescription: "interrupted and failed a while ago, with a pause", started: -1, failed: -0.6,
            isInterrupted: true,
            pauseAfterFailure: 0.5, isDue: true),
        Case(
            testDescription: "on time, but failed just now, with a pause", started: -7, failed: -0.1,
            pauseAfterFailure: 0.5,
            isDue: false),
    ]

    @Test("a feed is due an interval after its last start, at once where it was interrupted", arguments: cases)
    func due(row: Case) {
        let now = Fixture.now
        func instant(_ hours: Double?) -> Instant? {
            hours.map { now.advanced(byMicroseconds: Int64($0 * Double(Microseconds.hour))) }
        }
        let schedule = FeedSchedule(
            interval: .seconds(6 * 3_600), tolerance: .seconds(3_600 * row.tolerance),
            pauseAfterFailure: .seconds(3_600 * row.pauseAfterFailure))
        let last = Last(
            startedAt: instant(row.started), failedAt: instant(row.failed),
            interruptedRunID: row.isInterrupted ? "run" : nil)
        #expect(schedule.isDue(after: last, at: now) == row.isDue)
        #expect(((schedule.dueTime(after: last) ?? .earliest) <= now) == row.isDue)
    }

    @Test(
        "who asks once an hour is half an hour early at most, and never by more than a quarter of the interval",
        arguments: [(24, 30), (6, 30), (2, 30), (1, 15)])
    func hourly(intervalHours: Int, toleranceMinutes: Int) {
        let schedule = FeedSchedule.hourly(interval: .seconds(3_600 * intervalHours))
        #expect(schedule.tolerance == .seconds(60 * toleranceMinutes) && schedule.pauseAfterFailure == .zero)
    }

    @Test("asked once an hour, with a random delay, a feed is served every six hours and does not drift")
    func noDrift() {
        let schedule = FeedSchedule.hourly(interval: .seconds(6 * 3_600))
        var last = Last()
        var served: [Int] = []
        for hour in 0..<1_000 {
            // Up to 20 minutes after the full hour, in no order.
            let asked = Fixture.now.advanced(
                byMicroseconds: Int64(hour) * Microseconds.hour + Int64(hour * 7 % 20) * Microseconds.minute)
            guard schedule.isDue(after: last, at: asked) else { continue }
            served.append(hour)
            last.startedAt = asked
        }
        #expect(zip(served, served.dropFirst()).allSatisfy { $1 - $0 == 6 } && served.count > 160)
    }
}
