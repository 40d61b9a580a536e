import RunningStack
import Sample
import System
import Testing
import Trials

extension FaultTests {
    /// What reaches a running responder's socket and is no request. FastCGITests has the same for each rule by itself.
    @Suite
    struct ProtocolTests {
        private static let path = "/api"
        private static let whole = Records.request(path)

        @Test
        func `no request is served that is cut off, aborted or of another version, and the responder lives on`()
            async throws
        {
            try await WatchedSite.with { site in
                let responders = try Processes.responders(of: site.stack.checkout)
                #expect(try isServed(Self.whole, site))
                let needed = (Records.begin() + Records.parameters(Self.path)).count
                for count in 0..<needed {
                    #expect(try !isServed(Array(Self.whole.prefix(count)), site), "\(count) bytes")
                }
                for most in 0..<5 {
                    let cut = Records.begin() + Records.parameters(Self.path, most: most)
                    let ended = cut + Records.record(Records.parameters) + Records.record(Records.input)
                    #expect(try !isServed(ended, site), "\(most) parameters")
                }
                let begun = Records.begin() + Records.parameters(Self.path).prefix(30)
                #expect(try !isServed(begun + Records.record(Records.abort), site))
                #expect(try !isServed(Records.begin() + Records.record(Records.abort), site))
                for version in [UInt8(0), 2, 255] {
                    let parts = [
                        Records.record(Records.beginning, [0, 1, 0, 0, 0, 0, 0, 0], version: version)
                            + Self.whole.dropFirst(16),
                        Records.begin() + Records.record(Records.parameters, version: version)
                            + Records.record(Records.input),
                    ]
                    for part in parts { #expect(try !isServed(Array(part), site), "version \(version)") }
                }
                #expect(try isServed(Self.whole, site))
                #expect(try Processes.responders(of: site.stack.checkout) == responders)
            }
        }

        @Test
        func `of several requests on one connection one at most is served, and none with parts of another`()
            async throws
        {
            try await WatchedSite.with { site in
                let (one, other) = (Records.request(Self.path), Records.request("/nowhere", id: 2))
                // One after the other, one within the other, and a half within a whole.
                let inputs = [
                    one + one, one + other,
                    Records.begin() + Records.begin(id: 2) + one.dropFirst(16) + other.dropFirst(16),
                    Records.begin() + Records.parameters(Self.path)
                        + Records.begin(id: 2) + Records.parameters("/nowhere", id: 2)
                        + Records.record(Records.parameters) + Records.record(Records.parameters, id: 2)
                        + Records.record(Records.input) + Records.record(Records.input, id: 2),
                ]
                for input in inputs {
                    let answer = try self.answer(to: input, site)
                    #expect(answer.ranges(of: "Status: ").count <= 1, "\(answer.prefix(200))")
                    #expect(!answer.contains("Status: 404"), "\(answer.prefix(200))")
                }
                #expect(try isServed(Self.whole, site))
            }
        }

        @Test
        func `garbage ends no more than one process, and nobody's answer`() async throws {
            try await WatchedSite.with { site in
                let responders = try Processes.responders(of: site.stack.checkout)
                var lots = SplitMix64(seed: 11)
                for turn in 1...(Lots.isSoak ? 20_000 : 400) {
                    var bytes = Self.whole
                    if turn.isMultiple(of: 2) {
                        bytes = (0..<Int.random(in: 1...400, using: &lots)).map { _ in
                            .random(in: 0...255, using: &lots)
                        }
                    } else {
                        for _ in 0..<Int.random(in: 1...6, using: &lots) {
                            bytes[Int.random(in: bytes.indices, using: &lots)] = .random(in: 0...255, using: &lots)
                        }
                    }
                    // The library that reads records ends a process that is told of two gigabytes; the next one listens soon.
                    let isTaken = try await eventually(within: .seconds(10)) { (try? answer(to: bytes, site)) != nil }
                    #expect(isTaken)
                    if turn.isMultiple(of: 100) {
                        #expect(try site.stack.get("/reels/performance?limit=\(turn)").status == 200)
                    }
                }
                #expect(try isServed(Self.whole, site))
                // The other one, which gets its share of the requests above.
                let survivors = try Processes.responders(of: site.stack.checkout).filter(responders.contains)
                #expect(survivors.count >= 1)
            }
        }

        private func isServed(_ bytes: [UInt8], _ site: WatchedSite) throws -> Bool {
            try answer(to: bytes, site).contains("Status: 200")
        }

        /// All that comes back for `bytes`, after which this side says no more.
        private func answer(to bytes: [UInt8], _ site: WatchedSite) throws -> String {
            let connection = try UnixSocket.connect(path: site.socket, timeout: .seconds(10))
            // The responder may have seen enough before all is written.
            try? connection.write(bytes)
            try? connection.finishWriting()
            let answer = (try? connection.readAll(limit: 1 << 20)) ?? []
            return String(decoding: answer, as: UTF8.self)
        }
    }
}
