import RunningStack
import System
import Testing
import Trials

extension FaultTests {
    /// Clients that break the rules of HTTP, or take their time: nginx deals with them, and no responder hears of it.
    @Suite
    struct ClientTests {
        private struct Client: Sendable {
            let name: String
            /// What it writes, as a command of the shell whose output goes to nginx.
            let says: String
            /// The status that it sees; nil is a connection that is closed without a word.
            let status: Int?
        }

        private static let clients = [
            Client(name: "no request", says: #"printf 'GET\001 / HTTP/1.1\r\n\r\n'"#, status: 400),
            Client(name: "no host", says: #"printf 'GET / HTTP/1.1\r\n\r\n'"#, status: 400),
            Client(
                name: "long address",
                says:
                    #"printf 'GET /%9000s HTTP/1.1\r\nHost: h\r\n\r\n' | tr ' ' a | sed 's/aHTTP/ HTTP/;s/GETa/GET /;s/Host:a/Host: /'"#,
                status: 414),
            Client(
                name: "large body",
                says: #"printf 'POST /ingest/run HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n'"#,
                status: 413),
            Client(name: "dripping headers", says: #"printf 'GET / HTTP/1.1\r\nHost: h\r\n'; sleep 20"#, status: nil),
            Client(
                name: "slow body",
                says: #"printf 'POST /ingest/run HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nab'; sleep 20"#,
                status: nil),
            Client(name: "silent", says: "sleep 20", status: nil),
        ]

        @Test
        func `nginx refuses what is no request or never becomes one, and no responder hears of it`() async throws {
            try await WatchedSite.with { site in
                let before = try site.requestCount()
                let answers = try Workers.map(Self.clients, with: Self.clients) { client, _ in
                    (client, try Self.answer(to: client, port: site.stack.port))
                }
                for (client, answer) in answers {
                    #expect(answer != "late\n", "\(client.name) is waited for")
                    let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                    // nginx notes a 408 in its log, and closes the connection: there may be nobody to tell.
                    #expect(
                        status == client.status || client.status == nil && status == 408, "\(client.name): \(answer)")
                }
                #expect(try site.requestCount() == before)
            }
        }

        @Test
        func `clients that leave, or do not read, keep nobody else from an answer`() async throws {
            try await WatchedSite.with { site in
                let responders = try Processes.responders(of: site.stack.checkout)
                // More than both have threads; none of them reads.
                let idle = try ChildProcess(
                    executable: "/bin/bash",
                    arguments: [
                        "-c",
                        #"""
                        for turn in {1..40}; do
                            exec {client}<>/dev/tcp/127.0.0.1/$0
                            printf 'GET /reels/performance?limit=%s HTTP/1.1\r\nHost: h\r\n\r\n' $((200 + turn)) >&$client
                        done
                        for turn in {1..40}; do
                            (exec 3<>/dev/tcp/127.0.0.1/$0; printf 'GET /performance?min_views=%s HTTP/1.1\r\nHost: h\r\n\r\n' $turn >&3)
                        done
                        echo; sleep 60
                        """#, "\(site.stack.port)",
                    ])
                defer {
                    try? idle.send(.kill)
                    _ = try? idle.wait()
                }
                for limit in 11...40 {
                    let start = ContinuousClock.now
                    #expect(try site.stack.get("/reels/performance?limit=\(limit)").status == 200)
                    let time = ContinuousClock.now - start
                    #expect(time < .seconds(1))
                }
                #expect(try Processes.responders(of: site.stack.checkout) == responders)
            }
        }

        /// The first line of what comes back, once the connection is closed.
        private static func answer(to client: Client, port: Int) throws -> String {
            let script = """
                exec 3<>/dev/tcp/127.0.0.1/\(port)
                { \(client.says); } >&3 2>/dev/null &
                timeout 15 head -n 1 <&3 || echo late
                kill $! 2>/dev/null; exit 0
                """
            return try Program.run("/bin/bash", ["-c", script]).output
        }
    }
}
