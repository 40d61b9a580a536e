import System
import Testing

struct ClockTests {
    @Test func `the monotonic clock never goes back`() {
        let readings = (0..<1_000).map { _ in MonotonicClock.now() }
        #expect(readings == readings.sorted())
    }

    @Test func `the wall clock counts microseconds since 1970`() {
        // 2025-01-01 and 2100-01-01.
        #expect((1_735_689_600_000_000..<4_102_444_800_000_000).contains(WallClock.now()))
    }

    @Test(arguments: [
        (Duration.milliseconds(1_500), Int64(1_500_000_000)),
        (.nanoseconds(-1), -1),
        (.zero, 0),
        (.seconds(Int64.max), Int64.max),
        (.seconds(Int64.min), Int64.min),
    ])
    func `a duration is whole nanoseconds within 64 bits`(duration: Duration, nanoseconds: Int64) {
        #expect(duration.nanoseconds == nanoseconds)
    }
}
