extension Thread {
    /// Lets `duration` pass on the calling thread.
    public static func pause(for duration: Duration) {
        // Nobody wakes a lock that nobody else has.
        let never: Void? = Lock(()).wait(for: duration) { _ in nil }
        _ = never
    }
}
