/// A value that a thread of its own computes while its owner does something else.
public final class Background<Value: Sendable>: Sendable {
    private let outcome: Lock<Value?>
    private let thread: Thread

    /// Starts `body` on a thread called `name`, which has the priority of the thread that starts it.
    ///
    /// `stackSize` is in bytes; throws `SystemError` when the system has no room for another thread.
    public init(
        name: String, stackSize: Int = 4 << 20, body: @escaping @Sendable () -> Value
    ) throws(SystemError) {
        let outcome = Lock(Value?.none)
        self.outcome = outcome
        thread = try Thread(name: name, stackSize: stackSize) {
            let value = body()
            outcome.withLock { $0 = value }
        }
    }

    /// Waits for the value. Any number of threads may, any number of times.
    public func value() -> Value {
        while true {
            if let value = outcome.wait(until: { $0 }) { return value }
        }
    }
}
