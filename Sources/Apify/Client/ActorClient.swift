public import HTTPClient

/// Apify's API, version 2, as far as a run needs it. Source: Apify's OpenAPI description.
public struct ActorClient: ~Copyable {
    private var http: HTTPClient
    private let base: String
    private let token: BearerToken
    private let pause: (Duration) -> Void

    /// - Parameters:
    ///   - base: `https://api.apify.com`.
    ///   - pause: how the time between two attempts passes.
    public init(base: String, token: BearerToken, pause: @escaping (Duration) -> Void) throws(HTTPClientError) {
        http = try HTTPClient()
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.token = token
        self.pause = pause
    }

    static var startAttempt: String { "starting the actor" }

    /// Starts a run. Asked once only: after an unclear answer a second question might pay for a second run.
    public mutating func startRun(
        actorID: String, input: [UInt8], timeoutSeconds: Int
    ) throws(ApifyError) -> RemoteRun {
        let attempt = Self.startAttempt
        let url = "\(base)/v2/actors/\(Self.escaped(actorID))/runs?timeout=\(timeoutSeconds)"
        let request = HTTPRequest(
            .post, url, headers: [("Content-Type", "application/json")], body: input, token: token)
        let (head, body) = try send(request, attempt)
        guard head.status == 201 else { throw ApifyError(attempt, status: head.status, body: body) }
        return try Self.remoteRun(body, attempt)
    }

    /// The run as it stands, after waiting for its end for up to `waitSeconds` (at most 60).
    public mutating func run(id: String, waitSeconds: Int) throws(ApifyError) -> RemoteRun {
        let attempt = "asking for the run"
        let url = "\(base)/v2/actor-runs/\(Self.escaped(id))?waitForFinish=\(waitSeconds)"
        // A run is not always found in the first seconds after its start.
        let (_, body) = try get(url, attempt, isWorthRepeating: { $0.isTransient || $0.status == 404 })
        return try Self.remoteRun(body, attempt)
    }

    /// One page of a dataset as JSON lines, and how many lines Apify says it has.
    public mutating func items(
        datasetID: String, offset: Int, limit: Int
    ) throws(ApifyError) -> (lines: [UInt8], total: Int) {
        let attempt = "fetching the dataset"
        let url =
            "\(base)/v2/datasets/\(Self.escaped(datasetID))/items?format=jsonl&clean=true&offset=\(offset)&limit=\(limit)"
        let (head, body) = try get(url, attempt, isWorthRepeating: \.isTransient)
        guard let total = head.header("X-Apify-Pagination-Total").flatMap(Int.init) else {
            throw ApifyError(attempt, problem: "the answer is no page of a dataset")
        }
        return (body, total)
    }

    private static func remoteRun(_ body: [UInt8], _ attempt: String) throws(ApifyError) -> RemoteRun {
        guard let run = RemoteRun(answer: body) else {
            throw ApifyError(attempt, problem: "the answer is no run that this program knows")
        }
        return run
    }

    /// As many attempts as Apify's own clients make.
    private static let attempts = 8

    private mutating func get(
        _ url: String, _ attempt: String, isWorthRepeating: (ApifyError) -> Bool
    ) throws(ApifyError) -> (head: HTTPResponseHead, body: [UInt8]) {
        var delay = Duration.milliseconds(500)
        for number in 1... {
            do throws(ApifyError) {
                let (head, body) = try send(HTTPRequest(.get, url, token: token), attempt)
                guard head.status == 200 else { throw ApifyError(attempt, status: head.status, body: body) }
                return (head, body)
            } catch {
                guard number < Self.attempts, isWorthRepeating(error) else { throw error }
                pause(delay * Double.random(in: 1...2))
                delay *= 2
            }
        }
        throw ApifyError(attempt, problem: "no answer")
    }

    /// A page of 250 items of 64 KiB each, and room to spare.
    private static let pageBytes = 32 << 20

    private mutating func send(
        _ request: HTTPRequest, _ attempt: String
    ) throws(ApifyError) -> (head: HTTPResponseHead, body: [UInt8]) {
        do {
            let limits = TransferLimits(total: .seconds(300), bodyLimit: Self.pageBytes)
            return try http.send(request, limits: limits)
        } catch {
            throw ApifyError(attempt, error)
        }
    }

    /// A path segment: whatever is not plainly harmless is percent-encoded.
    private static func escaped(_ segment: String) -> String {
        segment.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "~-_.".unicodeScalars.contains(scalar))
            let digits = String(byte, radix: 16, uppercase: true)
            text += isPlain ? String(scalar) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
    }
}
