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
    /// each call.
    public borrowing func copyIn(_ query: Query, _ body: (inout BinaryCopyWriter) throws -> Bool) throws {
        try beginCopy(query, expecting: .copyIn)
        do {
            var writer = BinaryCopyWriter()
            var goesOn = true
            while goesOn {
                goesOn = try body(&writer)
                if !goesOn { writer.finish() }
                try put(writer.bytes, query)
                writer.removeAll()
            }
        } catch {
            _ = unsafe PQputCopyEnd(handle, "given up by the sender")
            drain(query)
            throw error
        }
        guard unsafe PQputCopyEnd(handle, nil) == 1 else { throw broken(query.name) }
        try endCopy(query)
    }

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
            var fields = CopyFields(at: begin + 2, statement: query.name)
            try body(span, &fields)
        }
    }

    private borrowing func put(_ bytes: [UInt8], _ query: Query) throws(PostgresError) {
        guard !bytes.isEmpty else { return }
        let sent = unsafe bytes.withUnsafeBytes { buffer in
            unsafe PQputCopyData(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw broken(query.name) }
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
