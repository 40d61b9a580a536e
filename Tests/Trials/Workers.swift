import System

/// Threads that share a list of work.
package enum Workers {
    /// Calls `body` for each of `work`, as many at a time as there are `tools`, each with one of them, and gives the results in the
    /// order of `work`.
    package static func map<Work: Sendable, Tool: Sendable, Result: Sendable>(
        _ work: [Work], with tools: [Tool], _ body: @escaping @Sendable (Work, Tool) throws -> Result
    ) throws -> [Result] {
        let next = Lock(0)
        let results = Lock<[Int: Swift.Result<Result, any Error>]>([:])
        let threads = try tools.map { tool in
            try Thread(name: "worker") {
                while true {
                    let index = next.withLock { next in
                        defer { next += 1 }
                        return next
                    }
                    guard index < work.count else { return }
                    let result = Swift.Result { try body(work[index], tool) }
                    results.withLock { $0[index] = result }
                }
            }
        }
        for thread in threads { thread.join() }
        return try results.withLock { results in try work.indices.compactMap { try results[$0]?.get() } }
    }
}
