import Glibc
import System

/// One thread of a responder: accept, serve, close, and again.
final class ResponderWorker: Sendable {
    private struct Stage {
        var isServing = false
        var isStopping = false
        var hasEnded = false
    }

    private let stage: Lock<Stage>
    private let thread: Thread

    init(name: String, listener: Int32, service: GatewayService) throws(SystemError) {
        let stage = Lock(Stage())
        self.stage = stage
        thread = try Thread(name: name) {
            Self.run(stage, listener, service)
            stage.withLock { $0.hasEnded = true }
        }
    }

    /// No further request is taken.
    func stop() {
        stage.withLock { $0.isStopping = true }
    }

    /// Waits for the end of the thread.
    ///
    /// While it waits for a connection it is interrupted, again and again, since it may have looked at its stage and be
    /// just about to wait. While it serves a request it is left in peace.
    func join() {
        _ = stage.wait { $0.isStopping || $0.hasEnded ? true : nil }
        while !thread.join(for: .milliseconds(5)) {
            stage.withLock { if !$0.isServing { thread.interrupt() } }
        }
    }

    private static func run(_ stage: Lock<Stage>, _ listener: Int32, _ service: GatewayService) {
        let exchange = FastCGIExchange()
        while !stage.withLock({ $0.isStopping }) {
            do throws(SystemError) {
                let connection = try UnixSocket.accept(on: listener)
                stage.withLock { $0.isServing = true }
                service.serve(connection, with: exchange)
                stage.withLock { $0.isServing = false }
            } catch {
                guard canAccept(after: error, stage) else { return }
            }
        }
    }

    /// Without descriptors or memory the next try has to wait a little; on what is no listening socket none will help.
    private static func canAccept(after error: SystemError, _ stage: Lock<Stage>) -> Bool {
        switch error.code {
        case EINTR, ECONNABORTED, EAGAIN: return true
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            _ = stage.wait(for: .milliseconds(100)) { $0.isStopping ? true : nil }
            return true
        default: return false
        }
    }
}

extension GatewayService {
    /// Serves the one request on `connection`.
    func serve(_ connection: consuming FileDescriptor, with exchange: borrowing FastCGIExchange) {
        do {
            try connection.setDeadlines(receive: limits.receiveTimeout, send: limits.sendTimeout)
            let parameters = try exchange.begin(connection)
            let isWhole = exchange.isWhole && parameters[Responder.lastParameter] == "1"
            respond(to: parameters, isWhole: isWhole, on: exchange)
            exchange.finish()
        } catch let refusal as Refusal {
            report(refusal)
        } catch {
            // No deadlines could be set: the connection is broken.
            report(.abandonedRequest)
        }
    }
}
