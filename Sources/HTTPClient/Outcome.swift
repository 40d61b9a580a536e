import CCurl

/// How an exchange ended, taken down while the transfer still exists.
struct Outcome {
    private let code: CURLcode
    private let head: HTTPResponseHead
    private let ending: Transfer.Ending?

    init(_ transfer: Transfer, code: CURLcode) {
        self.code = code
        head = transfer.head
        ending = transfer.ending
    }

    /// The head of an answer that came whole. Throws `HTTPClientError` for all others.
    func head(origin: String) throws(HTTPClientError) -> HTTPResponseHead {
        switch ending {
        case .tooLarge:
            throw HTTPClientError(.tooLarge, origin: origin, detail: "the answer is longer than allowed")
        case .stopped(let cause):
            throw HTTPClientError(.stopped, origin: origin, cause: cause, detail: "the answer was not wanted further")
        case nil: break
        }
        guard code == CURLE_OK else {
            // curl's text for a code is fixed, and so quotes neither address nor answer.
            let detail = unsafe String(cString: curl_easy_strerror(code))
            throw HTTPClientError(Self.kind(of: code), origin: origin, detail: detail)
        }
        return head
    }

    /// The protocol that curl calls unsupported is HTTP/0.9, its reading of an answer without a head: the address's own
    /// was checked before.
    private static func kind(of code: CURLcode) -> HTTPClientError.Kind {
        switch code {
        case CURLE_URL_MALFORMAT: .badAddress
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            .certificate
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT, CURLE_UNKNOWN_OPTION, CURLE_NOT_BUILT_IN: .unavailable
        default: .interrupted
        }
    }
}
