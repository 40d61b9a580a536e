private import CPostgres
private import Glibc

/// A connection to PostgreSQL, owned by the thread that opened it and closed when it goes out of scope.
///
/// It needs nothing of a session: no `SET`, no prepared statement, no `LISTEN`, so that a transaction pooler may stand between.
@safe
public struct Connection: ~Copyable {
    let handle: OpaquePointer
    /// Milliseconds that a statement may take before it is cancelled; nil is for ever.
    public var statementDeadline: Int?

    /// Connects.
    ///
    /// - Parameters:
    ///   - address: a `postgresql://` address or libpq's `key=value` words.
    ///   - applicationName: shown in `pg_stat_activity` unless the address gives another.
    ///   - connectDeadline: milliseconds, all hosts of the address together; libpq looks names up before the clock runs.
    /// - Throws: `badAddress`, `unreachable` or `timedOut`.
    public init(
        to address: String, applicationName: String, connectDeadline: Int = 10_000, statementDeadline: Int? = nil
    ) throws(PostgresError) {
        try Self.check(address)
        self.statementDeadline = statementDeadline
        unsafe handle = try Self.open(address, applicationName: applicationName, connectDeadline: connectDeadline)
    }

    deinit {
        unsafe PQfinish(handle)
    }

    /// Whether the connection can be used on: false once a statement has met a broken one, or was given up before its answer.
    public var isOpen: Bool {
        unsafe PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) != PQTRANS_ACTIVE
    }

    /// Refuses addresses that libpq cannot read, in words that repeat nothing of them: they hold a password.
    private static func check(_ address: String) throws(PostgresError) {
        guard let options = unsafe PQconninfoParse(address, nil) else {
            throw PostgresError(
                .badAddress, "the address of the database cannot be read: is it postgresql://user:password@host/name?")
        }
        defer { unsafe PQconninfoFree(options) }
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                let name = unsafe String(cString: keyword)
                let text = unsafe String(cString: value)
                // An unescaped @ or / of the password ends up in the host, the port or the name, which errors repeat.
                if ["host", "dbname"].contains(name) && text.contains("@")
                    || name == "port" && !text.utf8.allSatisfy(isPortByte)
                {
                    throw PostgresError(
                        .badAddress,
                        "the address of the database cannot be read: in a password write @ as %40, / as %2F and : as %3A"
                    )
                }
            }
            unsafe option += 1
        }
    }

    private static func isPortByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
    }

    private static func open(
        _ address: String, applicationName: String, connectDeadline: Int
    ) throws(PostgresError) -> OpaquePointer {
        let end = Deadline(milliseconds: connectDeadline)
        guard let handle = unsafe start(address, applicationName) else {
            throw PostgresError(.unreachable, "libpq is out of memory")
        }
        do throws(PostgresError) {
            try unsafe finishOpening(handle, before: end)
            return unsafe handle
        } catch {
            unsafe PQfinish(handle)
            throw error
        }
    }

    /// A peer that is gone without a word is noticed within about a minute, where the address says nothing else: what it says comes
    /// later in the list, and wins.
    private static let patience = [
        ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "60000"),
    ]

    private static func start(_ address: String, _ applicationName: String) -> OpaquePointer? {
        let words =
            patience + [
                ("dbname", address), ("fallback_application_name", applicationName), ("client_encoding", "UTF8"),
            ]
        return unsafe withCStrings(words.map(\.0)) { keywords in
            unsafe withCStrings(words.map(\.1)) { values in
                unsafe PQconnectStartParams(keywords, values, 1)
            }
        }
    }

    private static func finishOpening(_ handle: OpaquePointer, before end: Deadline) throws(PostgresError) {
        var wanted = PGRES_POLLING_WRITING
        while unsafe PQstatus(handle) != CONNECTION_BAD, wanted != PGRES_POLLING_OK, wanted != PGRES_POLLING_FAILED {
            let events = wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT
            guard unsafe waitFor(events, on: PQsocket(handle), until: end) else {
                throw PostgresError(.timedOut, "the database did not answer within the time allowed to connect")
            }
            wanted = unsafe PQconnectPoll(handle)
        }
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            throw PostgresError(.unreachable, unsafe message(of: handle))
        }
        // Sending waits nowhere in libpq, only here, with a deadline.
        guard unsafe PQsetnonblocking(handle, 1) == 0 else {
            throw PostgresError(.unreachable, unsafe message(of: handle))
        }
        unsafe PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    static func message(of handle: OpaquePointer) -> String {
        let text = unsafe PQerrorMessage(handle).map { unsafe String(cString: $0) } ?? ""
        return text.isEmpty ? "the connection to the database broke" : text
    }
}

/// Waits until `descriptor` is ready; false when the deadline passes first.
func waitFor(_ events: Int32, on descriptor: Int32, until end: Deadline?) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
        let ready = unsafe poll(&entry, 1, end?.remainingMilliseconds ?? -1)
        if ready > 0 { return true }
        if ready == 0 { return false }
        // Interrupted by a signal: look at the clock again and go on. Other failures show at the next call of libpq.
        if errno != EINTR { return true }
    }
}

/// A point of the monotonic clock.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(milliseconds: Int) {
        end = .now + .milliseconds(milliseconds)
    }

    /// As `poll` takes it: rounded up, so that it does not spin in the last millisecond.
    var remainingMilliseconds: Int32 {
        let left = (end - .now) / .milliseconds(1)
        return left <= 0 ? 0 : Int32(min(left.rounded(.up), Double(Int32.max)))
    }
}

/// Calls `body` with a null-terminated array of C strings.
func withCStrings<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer<CChar>($0) } + [nil]
    return unsafe pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("an array with an element has an address") }
        return unsafe body(base)
    }
}
