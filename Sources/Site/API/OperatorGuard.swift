import System

/// Who may ask for an ingestion, which costs money: whoever knows the operator's token, from no other site's page.
enum OperatorGuard {
    private static let tokenField = "operator_token"
    private static let longestBody = 16_384

    /// Throws unless the request comes from an operator.
    static func admit(_ call: Call) throws(Problem) {
        _ = try Parameters(strict: call.request.query, allowed: [])
        guard let secret = call.site.configuration.operatorToken else {
            throw Problem(403, "Asking for ingestions is off: set SHORTPULSE_OPERATOR_TOKEN where ShortPulse runs.")
        }
        guard !call.request.isFromOtherSite else { throw Problem(403, "Requests from other sites are not taken.") }
        guard call.request.body.count <= longestBody else { throw Problem(413, "The body is too long.") }
        guard let token = try token(call.request) else { throw refused("Bearer", "The operator token is missing.") }
        guard ConstantTime.equal(secret, Array(token.utf8)) else {
            throw refused("Bearer error=\"invalid_token\"", "The operator token is not the right one.")
        }
    }

    private static func refused(_ challenge: String, _ detail: String) -> Problem {
        let how = " Send it as Authorization: Bearer, or as the form field \(tokenField)."
        return Problem(401, detail + how, headers: [("WWW-Authenticate", challenge)])
    }

    /// The header decides where both are sent.
    private static func token(_ request: Request) throws(Problem) -> String? {
        if let token = bearerToken(request) { return token }
        return try formToken(request)
    }

    private static func bearerToken(_ request: Request) -> String? {
        guard let field = request.headers["authorization"] else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmed
    }

    private static func formToken(_ request: Request) throws(Problem) -> String? {
        let type = request.headers["content-type"]?.prefix { $0 != ";" }.trimmed.lowercased()
        guard type == "application/x-www-form-urlencoded" else { return nil }
        guard let form = String(validating: request.body, as: UTF8.self) else {
            throw Problem(400, "The form is not UTF-8.")
        }
        return try Parameters(strict: form, allowed: [tokenField])[tokenField]
    }
}

extension Request {
    /// Whether a browser says that another site's page sent it. Programs say nothing of the kind, and need no
    /// protection from themselves.
    fileprivate var isFromOtherSite: Bool {
        if let site = headers["sec-fetch-site"], !["same-origin", "none"].contains(site.lowercased()) { return true }
        guard let origin = headers["origin"] else { return false }
        guard let host = headers["host"], !host.isEmpty else { return true }
        return !["http://", "https://"].contains { origin.lowercased() == $0 + host.lowercased() }
    }
}
