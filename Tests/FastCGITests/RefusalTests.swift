import FastCGI
import System
import Testing

/// What a responder does with requests that are no good. In each case it must go on to serve the next.
struct RefusalTests {
    @Test func `without the last parameter a request is refused`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        let parameters = FastCGIClient.parameters("GET", "/").dropLast()
        #expect(try FastCGIClient(running.path).exchange(Array(parameters)).status == 400)
        #expect(running.nextRefusal() == .incompleteParameters)
        try expectService(running)
    }

    @Test func `without a method a request is refused`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        let parameters = FastCGIClient.parameters("GET", "/").dropFirst()
        #expect(try FastCGIClient(running.path).exchange(Array(parameters)).status == 400)
        #expect(running.nextRefusal() == .incompleteParameters)
        try expectService(running)
    }

    @Test func `parameters that are cut off never reach the handler`() throws {
        let handled = Lock(0)
        let running = try RunningResponder(threads: 1) { request in
            if request.path != "/next" { handled.withLock { $0 += 1 } }
            return RunningResponder.echo(request)
        }
        let parameters = FastCGIClient.parameters("GET", "/")
        for length in stride(from: 1, to: 90, by: 7) {
            let client = try FastCGIClient(running.path)
            try client.send(FastCGIClient.begin() + FastCGIClient.cut(parameters, after: length))
            try client.connection.finishWriting()
            let answer = try? client.answer()
            #expect(answer?.status == nil || answer?.status == 400)
            let refusal = running.nextRefusal()
            #expect(refusal == .incompleteParameters || refusal == .abandonedRequest)
        }
        try expectService(running, "/next")
        #expect(handled.withLock { $0 } == 0)
    }

    @Test func `a body above the limit is refused by its declared length`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        let body = [UInt8](repeating: 1, count: 65_537)
        let parameters = FastCGIClient.parameters("POST", "/", body: body)
        let answer = try FastCGIClient(running.path).exchange(parameters, body: body)
        #expect(answer.status == 413)
        #expect(running.nextRefusal() == .bodyTooLarge)
        try expectService(running)
    }

    @Test(arguments: [
        ("10", 9), ("10", 11), ("", 1), ("10", 0), ("ten", 3), ("-1", 0), ("+3", 3), ("1 ", 1),
    ])
    func `a body that is not as long as it says is refused`(declared: String, count: Int) throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        var parameters = FastCGIClient.parameters("POST", "/")
        parameters[3].1 = declared
        let answer = try FastCGIClient(running.path).exchange(parameters, body: [UInt8](repeating: 1, count: count))
        #expect(answer.status == 400)
        #expect(running.nextRefusal() == .incompleteBody)
        try expectService(running)
    }

    @Test func `a length beyond all integers is too large`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        var parameters = FastCGIClient.parameters("POST", "/")
        parameters[3].1 = "99999999999999999999999"
        #expect(try FastCGIClient(running.path).exchange(parameters).status == 413)
        try expectService(running)
    }

    @Test func `a client that leaves in the middle of its body is given up`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        do {
            let client = try FastCGIClient(running.path)
            let body = [UInt8](repeating: 1, count: 1_000)
            try client.send(
                FastCGIClient.begin() + FastCGIClient.whole(FastCGIClient.parameters("POST", "/", body: body))
                    + FastCGIClient.input(Array(body.prefix(500)), isWhole: false))
        }
        #expect(running.nextRefusal() == .incompleteBody)
        try expectService(running)
    }

    @Test func `a client that leaves in the middle of the answer ends nothing but its request`() throws {
        let mayAnswer = Lock(false)
        let running = try RunningResponder(threads: 1) { request in
            if request.path == "/large" {
                _ = mayAnswer.wait(for: .seconds(20)) { $0 ? true : nil }
                return GatewayResponse(status: 200, body: [UInt8](repeating: 1, count: 5_000_000))
            }
            return RunningResponder.echo(request)
        }
        do {
            let client = try FastCGIClient(running.path)
            try client.send(
                FastCGIClient.begin() + FastCGIClient.whole(FastCGIClient.parameters("GET", "/large"))
                    + FastCGIClient.input([]))
        }
        mayAnswer.withLock { $0 = true }
        #expect(running.nextRefusal() == .abandonedAnswer)
        try expectService(running)
    }

    @Test func `a client that does not read its answer is given up`() throws {
        let limits = GatewayLimits(sendTimeout: .milliseconds(50))
        let running = try RunningResponder(threads: 1, limits: limits) { request in
            let count = request.path == "/large" ? 5_000_000 : 1
            return GatewayResponse(status: 200, body: [UInt8](repeating: 1, count: count))
        }
        let client = try FastCGIClient(running.path)
        try client.send(
            FastCGIClient.begin() + FastCGIClient.whole(FastCGIClient.parameters("GET", "/large"))
                + FastCGIClient.input([]))
        #expect(running.nextRefusal() == .abandonedAnswer)
        try expectService(running)
        _ = client.connection.rawValue
    }

    /// Silent from the start, within a record's header, within the parameters, and within the body.
    @Test(arguments: 0...3)
    func `a client that falls silent does not hold its thread`(stage: Int) throws {
        let running = try RunningResponder(
            threads: 1, limits: GatewayLimits(receiveTimeout: .milliseconds(50)), handler: RunningResponder.echo)
        let client = try FastCGIClient(running.path)
        let parameters = FastCGIClient.parameters("POST", "/", body: [1, 2, 3])
        let sent =
            switch stage {
            case 0: [UInt8]()
            case 1: Array(FastCGIClient.begin().prefix(5))
            case 2: FastCGIClient.begin() + FastCGIClient.cut(parameters, after: 20)
            default:
                FastCGIClient.begin() + FastCGIClient.whole(parameters) + FastCGIClient.input([1, 2], isWhole: false)
            }
        try client.send(sent)
        let refusal = running.nextRefusal()
        #expect(refusal != nil && refusal != .abandonedAnswer)
        try expectService(running)
        _ = client.connection.rawValue
    }

    @Test func `what is no FastCGI is given up`() throws {
        let running = try RunningResponder(threads: 1, handler: RunningResponder.echo)
        let client = try FastCGIClient(running.path)
        try client.send(Array("GET / HTTP/1.1\r\nHost: example.test\r\n\r\n".utf8))
        #expect(running.nextRefusal() == .abandonedRequest)
        _ = client.connection.rawValue
        try expectService(running)
    }

    @Test(arguments: [
        ("Location", "/\r\nSet-Cookie: a=b"), ("X", "\n"), ("X", "\0"), ("X Y", "1"), ("X:", "1"), ("", "1"),
    ])
    func `an answer with a header that forges another is not sent`(name: String, value: String) throws {
        let running = try RunningResponder(threads: 1) { request in
            GatewayResponse(status: 200, headers: request.path == "/next" ? [] : [(name, value)])
        }
        let answer = try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", "/"))
        #expect(answer.status == 500)
        #expect(!answer.lines.contains { $0.hasPrefix("Set-Cookie") })
        #expect(running.nextRefusal() == .unsafeAnswer)
        try expectService(running, "/next")
    }

    private func expectService(_ running: borrowing RunningResponder, _ address: String = "/next") throws {
        #expect(try FastCGIClient(running.path).exchange(FastCGIClient.parameters("GET", address)).status == 200)
    }
}
