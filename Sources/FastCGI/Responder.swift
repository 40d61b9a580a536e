import Glibc
public import System

/// Serves FastCGI on a listening socket with a few threads, each of which answers one request at a time.
public final class Responder: Sendable {
    /// Answers one request. Called on several threads at once.
    public typealias Handler = @Sendable (GatewayRequest) -> GatewayResponse

    /// The parameter that the web server must send last, with the value `1`: libfcgi takes parameters that were cut
    /// off for whole ones.
    public static let lastParameter = "SHORTPULSE_END"

    private let listener: Int32
    private let threadCount: Int
    private let limits: GatewayLimits
    private let report: @Sendable (Refusal) -> Void
    private let workers = Lock<[ResponderWorker]>([])

    /// A responder for the socket `listener`, which its owner keeps open until the responder has been joined.
    ///
    /// `report` is told of each request that went wrong, on the thread that served it.
    public init(
        listeningOn listener: Int32, threads: Int, limits: GatewayLimits = GatewayLimits(),
        report: @escaping @Sendable (Refusal) -> Void = { _ in }
    ) {
        self.listener = listener
        self.threadCount = max(1, threads)
        self.limits = limits
        self.report = report
    }

    /// Starts the threads. Throws `SystemError` when the system has no room for them, with none left running.
    public func start(handler: @escaping Handler) throws(SystemError) {
        // A client that has gone must not end the process.
        Signals.ignoreBrokenPipes()
        // A thread waits in accept; whoever made the socket may have asked for the opposite.
        _ = fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) & ~O_NONBLOCK)
        let service = GatewayService(limits: limits, report: report, handler: handler)
        do throws(SystemError) {
            for number in 1...threadCount {
                let worker = try ResponderWorker(name: "fastcgi \(number)", listener: listener, service: service)
                workers.withLock { $0.append(worker) }
            }
        } catch {
            shutDown()
            join()
            throw error
        }
    }

    /// Lets each thread finish the request that it is busy with, and take no other. Returns at once.
    public func shutDown() {
        for worker in workers.withLock({ $0 }) { worker.stop() }
    }

    /// Waits until all threads have ended, which they do after `shutDown`, or when the socket is of no use.
    public func join() {
        for worker in workers.withLock({ $0 }) { worker.join() }
    }
}
