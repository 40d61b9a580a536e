private import CPostgres

extension Connection {
    /// How a connection reaches its server.
    public struct Way: Sendable, Equatable {
        /// Whether it goes over a unix socket, or stays on this machine by its address.
        public let isLocal: Bool
        /// Whether it is encrypted.
        public let isEncrypted: Bool
        /// What is asked of the server's certificate: libpq's `sslmode`.
        public let encryptionMode: String
        /// The number of the server's process, as it told the client.
        public let serverProcess: Int32
    }

    /// How this one does.
    public var way: Way {
        let host = unsafe PQhost(handle).map { unsafe String(cString: $0) } ?? ""
        let address = unsafe PQhostaddr(handle).map { unsafe String(cString: $0) } ?? ""
        let isLocal = host.isEmpty || host.hasPrefix("/") || address.hasPrefix("127.") || address == "::1"
        return Way(
            isLocal: isLocal, isEncrypted: unsafe PQsslInUse(handle) == 1, encryptionMode: encryptionMode,
            serverProcess: unsafe PQbackendPID(handle))
    }

    private var encryptionMode: String {
        guard let options = unsafe PQconninfo(handle) else { return "" }
        defer { unsafe PQconninfoFree(options) }
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if unsafe String(cString: keyword) == "sslmode", let value = unsafe option.pointee.val {
                return unsafe String(cString: value)
            }
            unsafe option += 1
        }
        return ""
    }
}
