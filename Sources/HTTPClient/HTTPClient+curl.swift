import CCurl

extension HTTPClient {
    /// Tells curl all about the exchange and runs it.
    mutating func perform(
        _ request: HTTPRequest, at address: HTTPAddress, _ headers: borrowing HeaderList, _ limits: TransferLimits,
        _ transfer: Transfer
    ) -> CURLcode {
        var options = unsafe EasyOptions(anewOn: handle)
        options.set(security: address)
        options.set(limits)
        options.set(request, at: address, headers)
        options.set(receiver: transfer)
        guard options.code == CURLE_OK else { return options.code }
        // curl's callbacks have the transfer's address and no reference to it.
        return withExtendedLifetime(transfer) { unsafe curl_easy_perform(handle) }
    }
}

extension EasyOptions {
    /// Verified certificates, no redirect, no protocol but these, and no proxy for what stays on this machine.
    fileprivate mutating func set(security address: HTTPAddress) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PROTOCOLS_STR, address.isPlain ? "http" : "https")
        if address.isPlain { set(CURLOPT_PROXY, "") }
    }

    /// Without signals, which curl would otherwise use for its deadlines, in a process of many threads.
    fileprivate mutating func set(_ limits: TransferLimits) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.wholeMilliseconds)
        set(CURLOPT_TIMEOUT_MS, limits.total.wholeMilliseconds)
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, max(1, limits.stall.wholeMilliseconds / 1_000))
    }

    fileprivate mutating func set(_ request: HTTPRequest, at address: HTTPAddress, _ headers: borrowing HeaderList) {
        set(CURLOPT_URL, address.url)
        set(CURLOPT_ACCEPT_ENCODING, "gzip")
        unsafe set(CURLOPT_HTTPHEADER, unsafePointer: UnsafeMutableRawPointer(headers.lines))
        switch request.method {
        case .get: set(CURLOPT_HTTPGET, 1)
        case .post:
            // Over a kept connection that breaks before an answer, curl would send it again of its own accord, and
            // what it asks for would be done twice.
            set(CURLOPT_FRESH_CONNECT, 1)
            set(CURLOPT_POST, 1)
            setBody(request.body)
        }
    }

    fileprivate mutating func set(receiver transfer: Transfer) {
        let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
        // What a proxy says before the server does is not the answer.
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        unsafe set(CURLOPT_HEADERDATA, unsafePointer: context)
        unsafe set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            let line = unsafe EasyOptions.bytes(bytes, size * count)
            unsafe EasyOptions.transfer(context)?.take(line: String(decoding: line, as: UTF8.self))
            return size * count
        }
        unsafe set(CURLOPT_WRITEDATA, unsafePointer: context)
        unsafe set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            let piece = unsafe EasyOptions.bytes(bytes, size * count)
            let isWanted = unsafe EasyOptions.transfer(context)?.take(body: piece) ?? false
            // Any other number than all that was offered ends the exchange.
            return isWanted ? size * count : size * count &+ 1
        }
    }

    private static func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
        unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    private static func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }
}

extension Duration {
    /// At least one, since to curl zero means no deadline at all.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let bounded = min(max(seconds, 0), 1_000_000_000)
        return max(1, Int(bounded) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
