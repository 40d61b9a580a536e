private import CPostgres

/// Owns one `PGresult` and frees it.
@safe
struct ResultOwner: ~Copyable {
    let handle: OpaquePointer

    init(owning handle: OpaquePointer) {
        unsafe self.handle = unsafe handle
    }

    deinit {
        unsafe PQclear(handle)
    }

    /// What the result is.
    enum Status {
        case done
        case copyIn
        case copyOut
        case failed
    }

    var status: Status {
        switch unsafe PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: .done
        case PGRES_COPY_IN: .copyIn
        case PGRES_COPY_OUT: .copyOut
        default: .failed
        }
    }

    /// The server's refusal, where the result is one.
    func failure(_ statement: String?) -> PostgresError? {
        guard status == .failed else { return nil }
        let state = unsafe shortpulse_sqlstate(handle).map { unsafe String(cString: $0) }
        let message = unsafe PQresultErrorField(handle, Int32(UInt8(ascii: "M"))).map { unsafe String(cString: $0) }
        // Without a state the refusal is libpq's own: the connection broke.
        guard let state else {
            let words = unsafe PQresultErrorMessage(handle).map { unsafe String(cString: $0) } ?? ""
            return PostgresError(.unreachable, words, statement: statement)
        }
        return PostgresError(.refused(sqlState: state), message ?? "refused", statement: statement)
    }
}
