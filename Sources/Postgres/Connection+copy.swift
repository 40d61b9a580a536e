private import CPostgres

extension Connection {
    /// Runs `COPY ... TO STDOUT (FORMAT binary)` and hands each row's bytes to `body` with a reader at its first field. The
    /// deadline of a statement counts from row to row here.
    public borrowing func copyOut(
        _ query: Query, _ body: (Span<UInt8>, inout CopyFields) throws -> Void
    ) throws {
        try beginCopy(query, expecting: .copyOut)
        do {
            try readRows(query, body)
        } catch {
            // The rest of the data would stand before the next statement's answer; a server that is silent sends none.
            if (error as? PostgresError)?.code != .timedOut { drain(query) }
            throw error
        }
        try endCopy(query)
    }

    /// Runs `COPY ... FROM STDIN (FORMAT binary)`. `body` is called until it returns false; what it has written is sent after
    /// each call, or waits, up to a few megabytes, while `body` is called again.
    public borrowing func copyIn(_ query: Query, _ body: (inout BinaryCopyWriter) throws -> Bool) throws {
        try beginCopy(query, expecting: .copyIn)
        do {
            var writer = BinaryCopyWriter()
            var unsent = UnsentBatches()
            while try body(&writer) {
                unsent.append(writer.takeBytes())
                try send(&unsent, downTo: Self.unsentLimit, query)
            }
            writer.finish()
            unsent.append(writer.takeBytes())
            try send(&unsent, downTo: 0, query)
        } catch {
            _ = unsafe PQputCopyEnd(handle, "given up by the sender")
            drain(query)
            throw error
        }
        guard unsafe PQputCopyEnd(handle, nil) >= 0 else { throw broken(query.name) }
        try endCopy(query)
    }

    /// PostgreSQL gathers a thousand rows, and reads nothing while it stores them. A socket holds far fewer; the sender goes on
    /// making rows meanwhile, so many bytes of them.
    private static var unsentLimit: Int { 4 << 20 }

    private borrowing func beginCopy(_ query: Query, expecting status: ResultOwner.Status) throws(PostgresError) {
        try send(query)
        guard let result = try nextResult(query.name) else { throw broken(query.name) }
        if let failure = result.failure(query.name) {
            drain(query)
            throw failure
        }
        guard result.status == status else {
            throw PostgresError(.unexpectedAnswer, "the statement is no COPY in this direction", statement: query.name)
        }
    }

    /// Length of the format's header, which comes before the first row in its message.
    private static var headerLength: Int { 19 }

    private borrowing func readRows(
        _ query: Query, _ body: (Span<UInt8>, inout CopyFields) throws -> Void
    ) throws {
        var isFirst = true
        let statement = query.name
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let length = unsafe PQgetCopyData(handle, &buffer, 1)
            guard length != 0 else {
                try wait(pollIn, until: statementDeadline.map(Deadline.init(milliseconds:)), query.name)
                guard unsafe PQconsumeInput(handle) == 1 else { throw broken(query.name) }
                continue
            }
            guard length > 0, let start = unsafe buffer else {
                if length == -1 { return }
                throw broken(query.name)
            }
            defer { unsafe PQfreemem(start) }
            let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(length)).bindMemory(to: UInt8.self)
            let span = unsafe Span(_unsafeElements: bytes)
            let begin = isFirst ? Self.headerLength : 0
            isFirst = false
            // Two bytes alone are the trailer: a field count of -1.
            guard span.count > begin + 2 else { continue }
            var fields = CopyFields(at: begin + 2, statement: statement)
            try body(span, &fields)
        }
    }

    /// Sends what the socket takes at once, and waits for it only while more than `limit` bytes are left.
    private borrowing func send(
        _ unsent: inout UnsentBatches, downTo limit: Int, _ query: Query
    ) throws(PostgresError) {
        let end = statementDeadline.map(Deadline.init(milliseconds:))
        while let batch = unsent.first {
            let flushed = unsafe PQflush(handle)
            guard flushed >= 0 else { throw broken(query.name) }
            if flushed == 0 {
                try put(batch, query)
                unsent.removeFirst()
            } else if unsent.byteCount > limit {
                try wait(pollInOrOut, until: end, query.name)
                guard unsafe PQconsumeInput(handle) == 1 else { throw broken(query.name) }
            } else {
                return
            }
        }
    }

    private borrowing func put(_ bytes: [UInt8], _ query: Query) throws(PostgresError) {
        let queued = unsafe bytes.withUnsafeBytes { buffer in
            unsafe PQputCopyData(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard queued == 1 else { throw broken(query.name) }
    }

    private borrowing func endCopy(_ query: Query) throws(PostgresError) {
        var failure: PostgresError?
        while let result = try nextResult(query.name) { failure = failure ?? result.failure(query.name) }
        if let failure { throw failure }
    }

    /// Reads on to the end of the statement, so that the connection can be used again; where that fails it is broken, and the
    /// next statement says so.
    private borrowing func drain(_ query: Query) {
        while true {
            // The caller has an error to throw already.
            guard let result = try? nextResult(query.name) else { return }
            guard result.status == .copyOut else { continue }
            var buffer: UnsafeMutablePointer<CChar>?
            while unsafe PQgetCopyData(handle, &buffer, 0) > 0 { unsafe PQfreemem(buffer) }
        }
    }
}

/// Rows that wait for the socket, the oldest first.
private struct UnsentBatches {
    private var batches: [[UInt8]] = []
    private(set) var byteCount = 0

    var first: [UInt8]? { batches.first }

    mutating func append(_ batch: [UInt8]) {
        guard !batch.isEmpty else { return }
        batches.append(batch)
        byteCount += batch.count
    }

    mutating func removeFirst() {
        byteCount -= batches.removeFirst().count
    }
}
