import Glibc

/// A thread of the operating system that runs one body and ends. It goes on when its handle is dropped.
public final class Thread: Sendable {
    private enum Stage {
        case starting, running(pthread_t), finished(pthread_t), joined
    }

    private let stage = Lock(Stage.starting)

    /// Starts `body` on a thread of its own, with a `name` of which tools show the first 15 bytes.
    ///
    /// `stackSize` is in bytes; throws `SystemError` when the system has no room for another thread.
    public init(name: String, stackSize: Int = 1 << 20, body: @escaping @Sendable () -> Void) throws(SystemError) {
        Self.installInterruptHandler
        let start = ThreadStart(name: name) { [stage] in
            body()
            stage.withLock { if case .running(let id) = $0 { $0 = .finished(id) } }
        }
        // Held while the thread is made, so that even one that ends at once finds its identifier noted.
        try stage.withLock { (stage: inout sending Stage) throws(SystemError) in
            stage = .running(try start.launch(stackSize: stackSize))
        }
    }

    deinit {
        stage.withLock {
            switch $0 {
            case .running(let id), .finished(let id): pthread_detach(id)
            case .starting, .joined: break
            }
        }
    }

    /// Waits until the body has returned; false when it had not within `timeout`.
    @discardableResult
    public func join(for timeout: Duration? = nil) -> Bool {
        let ended = stage.wait(for: timeout) { (stage: inout sending Stage) -> Bool? in
            switch stage {
            case .starting, .running: return nil
            case .finished(let id):
                pthread_join(id, nil)
                stage = .joined
                return true
            case .joined: return true
            }
        }
        return ended ?? false
    }

    /// Makes the call that the thread is blocked in, if any, fail with `EINTR`; otherwise nothing happens.
    public func interrupt() {
        stage.withLock {
            if case .running(let id) = $0 { pthread_kill(id, Signal.urgent) }
        }
    }

    /// A handler that does nothing, without SA_RESTART: the signal's only effect is to break a blocking call off.
    private static let installInterruptHandler: Void = {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in }
        unsafe sigaction(Signal.urgent, &action, nil)
    }()
}

/// What a new thread is handed: its name and body.
private final class ThreadStart: Sendable {
    private let name: String
    private let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }

    func launch(stackSize: Int) throws(SystemError) -> pthread_t {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setstacksize(&attributes, max(stackSize, 1 << 16))
        var id = pthread_t()
        let context = unsafe Unmanaged.passRetained(self)
        let result = unsafe pthread_create(&id, &attributes, { unsafe ThreadStart.run($0) }, context.toOpaque())
        guard result == 0 else {
            unsafe context.release()
            throw SystemError("start thread", code: result, path: name)
        }
        return id
    }

    /// Through the file system, since Swift does not import pthread_setname_np. Nothing depends on it, so it may fail.
    private func showName() {
        let descriptor = unsafe open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        try? FileDescriptor(owning: descriptor).write(String(name.prefix(15)))
    }

    private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context = unsafe context else { return nil }
        let start = unsafe Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
        start.showName()
        Signals.unblockInterrupts()
        start.body()
        return nil
    }
}
