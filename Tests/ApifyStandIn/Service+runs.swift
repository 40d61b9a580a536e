import FoundationEssentials
import System

extension Service {
    func startRun(_ name: String, _ request: Request) -> Answer {
        guard let actor = account.withLock({ $0.actor(name) }) else {
            return .error(404, "record-not-found", "Actor was not found")
        }
        guard request.body.isEmpty || Self.isObject(request.body) else {
            return .error(400, "invalid-input", "The input JSON must be an object.")
        }
        let run = account.withLock { $0.start(actor, request) }
        guard hold(run.started.id, request.head) else { return Self.data(201, run.json(status: .ready)) }
        let answer = account.withLock { account in
            account.withRun(where: { $0.id == run.started.id }) { $0.answerQuestion { $0.json() } }
        }
        return Self.data(201, answer ?? run.json(status: .ready))
    }

    func getRun(_ id: String, _ head: RequestHead) -> Answer {
        _ = hold(id, head)
        let answer = account.withLock { account in
            account.withRun(where: { $0.id == id }) { $0.answerQuestion { $0.json() } }
        }
        return answer.map { Self.data(200, $0) } ?? .error(404, "record-not-found", "Actor run was not found")
    }

    func abortRun(_ id: String) -> Answer {
        let answer = account.withLock { account in
            account.withRun(where: { $0.id == id }) { run -> String? in
                run.advance()
                if run.hasEnded { return run.json() }
                run.abort()
                return run.json(status: .aborting)
            }
        }
        return answer.map { Self.data(200, $0) } ?? .error(404, "record-not-found", "Actor run was not found")
    }

    func listRuns(_ name: String, _ head: RequestHead) -> Answer {
        guard let actor = account.withLock({ $0.actor(name) }) else {
            return .error(404, "record-not-found", "Actor was not found")
        }
        do throws(Refusal) {
            let offset = try number("offset", head) ?? 0
            let limit = min(try limit(head) ?? Self.longestList, Self.longestList)
            let isDescending = Self.isTrue(head.query["desc"])
            let all = listed(of: actor)
            let page = (isDescending ? all.reversed() : all).dropFirst(offset).prefix(limit)
            return Self.data(
                200,
                JSONText.object([
                    ("total", "\(all.count)"), ("offset", "\(offset)"), ("limit", "\(limit)"),
                    ("count", "\(page.count)"), ("desc", "\(isDescending)"),
                    ("items", "[\(page.joined(separator: ","))]"),
                ]))
        } catch {
            return error.answer
        }
    }

    static func isTrue(_ text: String?) -> Bool { text == "true" || text == "1" }

    private static let longestList = 1_000

    private func listed(of actor: HostedActor) -> [String] {
        account.withLock { account in
            account.runs.indices.compactMap { index in
                let isTheirs = account.runs[index].started.actorID == actor.id
                return isTheirs && account.runs[index].isListed() ? account.runs[index].listItem : nil
            }
        }
    }

    /// Holds the question as `waitForFinish` says, up to 60 s, while the clock can bring the end. False where it doesn't say.
    private func hold(_ id: String, _ head: RequestHead) -> Bool {
        guard let seconds = head.query["waitForFinish"].flatMap(Int.init), seconds > 0 else { return false }
        let left = account.withLock { $0.withRun(where: { $0.id == id }) { $0.timeLeft } }
        guard let left else { return true }
        _ = account.wait(for: min(left, .seconds(min(seconds, 60)))) { account -> Bool? in
            account.isStopping || account.withRun(where: { $0.id == id }) { $0.hasEnded } ?? true ? true : nil
        }
        return true
    }

    private static func isObject(_ body: [UInt8]) -> Bool {
        struct Anything: Decodable {
            init(from decoder: any Decoder) {}
        }
        return (try? JSONDecoder().decode([String: Anything].self, from: Data(body))) != nil
    }
}
