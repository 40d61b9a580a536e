import CCurl

/// The options of one exchange. After the first that curl refuses no other is set, and the exchange must not run.
@safe
struct EasyOptions {
    private let handle: UnsafeMutableRawPointer
    private(set) var code = CURLE_OK

    /// Starts anew on `handle`, which keeps its connection and nothing else of the exchange before.
    init(anewOn handle: UnsafeMutableRawPointer) {
        unsafe self.handle = handle
        unsafe curl_easy_reset(handle)
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        if code == CURLE_OK { code = unsafe sp_curl_set_long(handle, option, value) }
    }

    mutating func set(_ option: CURLoption, _ text: String) {
        if code == CURLE_OK { code = unsafe sp_curl_set_string(handle, option, text) }
    }

    /// curl keeps the pointer until the exchange is over.
    mutating func set(_ option: CURLoption, unsafePointer pointer: UnsafeMutableRawPointer?) {
        if code == CURLE_OK { code = unsafe sp_curl_set_pointer(handle, option, pointer) }
    }

    mutating func set(_ option: CURLoption, receiver: @escaping sp_curl_receiver) {
        if code == CURLE_OK { code = unsafe sp_curl_set_receiver(handle, option, receiver) }
    }

    /// `bytes` are copied.
    mutating func setBody(_ bytes: [UInt8]) {
        guard code == CURLE_OK else { return }
        code = unsafe sp_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        guard code == CURLE_OK else { return }
        code = unsafe bytes.withUnsafeBytes { buffer in
            // An empty buffer may have no address, which to curl would mean that there is no body to send.
            guard let base = buffer.baseAddress else {
                return unsafe sp_curl_set_string(handle, CURLOPT_COPYPOSTFIELDS, "")
            }
            return unsafe sp_curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: base))
        }
    }
}
