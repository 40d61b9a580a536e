private import CPostgres

extension Connection {
    /// Runs one statement to its end and gives its rows.
    ///
    /// - Throws: `refused` with the server's SQLSTATE, `unreachable`, or `timedOut` after ``statementDeadline``; the statement is
    ///   cancelled then.
    @discardableResult
    public borrowing func execute(_ query: Query) throws(PostgresError) -> Rows {
        try send(query)
        return try receive(query)
    }

    /// Runs statements of our own without values, several in one text, as one round trip.
    public borrowing func executeScript(_ script: Query) throws(PostgresError) {
        guard unsafe PQsendQuery(handle, script.text) == 1 else { throw broken(script.name) }
        var failure: PostgresError?
        while let result = try nextResult(script.name) { failure = failure ?? result.failure(script.name) }
        if let failure { throw failure }
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    public borrowing func transaction<R>(
        _ body: (borrowing Connection) throws -> R
    ) throws -> R {
        try execute("-- transaction.begin\nBEGIN")
        do {
            let value = try body(self)
            // A transaction that a statement has broken is rolled back by COMMIT, without an error.
            guard try execute("-- transaction.commit\nCOMMIT").command == "COMMIT" else {
                throw PostgresError(.unexpectedAnswer, "a statement had failed before COMMIT, nothing was stored")
            }
            return value
        } catch {
            // The first error is the one worth telling; where the roll-back fails too, the connection is broken, and the server
            // rolls back by itself.
            _ = try? execute("-- transaction.rollback\nROLLBACK")
            throw error
        }
    }

    borrowing func send(_ query: Query) throws(PostgresError) {
        let sent = unsafe withParameters(query.values) { values, lengths, formats in
            unsafe PQsendQueryParams(
                handle, query.text, Int32(query.values.count), nil, values, lengths, formats, 0)
        }
        guard sent == 1 else { throw broken(query.name) }
    }

    private borrowing func receive(_ query: Query) throws(PostgresError) -> Rows {
        guard let result = try nextResult(query.name) else { throw broken(query.name) }
        let failure = result.failure(query.name)
        // libpq is done with a statement when it gives no further result.
        while try nextResult(query.name) != nil {}
        if let failure { throw failure }
        return Rows(result, statement: query.name)
    }

    /// The next result of the statement under way, or nil after its last.
    borrowing func nextResult(_ statement: String?) throws(PostgresError) -> ResultOwner? {
        let end = statementDeadline.map(Deadline.init(milliseconds:))
        while true {
            let unsent = unsafe PQflush(handle)
            guard unsent >= 0, unsafe PQconsumeInput(handle) == 1 else { throw broken(statement) }
            if unsafe PQisBusy(handle) == 0 {
                guard let result = unsafe PQgetResult(handle) else { return nil }
                return unsafe ResultOwner(owning: result)
            }
            try wait(unsent == 1 ? pollInOrOut : pollIn, until: end, statement)
        }
    }

    /// Waits for the socket. After a time-out the connection is of no use: the answer may still come. Nothing asks the server to
    /// stop, since libpq's way of asking blocks, and waits for the very server that does not answer.
    borrowing func wait(_ events: Int32, until end: Deadline?, _ statement: String?) throws(PostgresError) {
        guard unsafe waitFor(events, on: PQsocket(handle), until: end) else {
            throw PostgresError(.timedOut, "the database did not answer in time", statement: statement)
        }
    }

    borrowing func broken(_ statement: String?) -> PostgresError {
        PostgresError(.unreachable, unsafe Self.message(of: handle), statement: statement)
    }
}
