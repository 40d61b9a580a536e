/// What the doctor found out about one thing: a line.
struct Finding {
    enum Verdict: String {
        case good = "ok"
        /// It works, and might be better.
        case advice = "note"
        case bad = "BAD"
        /// Nobody can tell from here.
        case unknown = "?"
    }

    let verdict: Verdict
    let subject: String
    let text: String
    /// What to do about it.
    let remedy: String?

    static func good(_ subject: String, _ text: String) -> Finding {
        Finding(verdict: .good, subject: subject, text: text, remedy: nil)
    }

    static func advice(_ subject: String, _ text: String, remedy: String) -> Finding {
        Finding(verdict: .advice, subject: subject, text: text, remedy: remedy)
    }

    static func bad(_ subject: String, _ text: String, remedy: String) -> Finding {
        Finding(verdict: .bad, subject: subject, text: text, remedy: remedy)
    }

    static func unknown(_ subject: String, _ text: String) -> Finding {
        Finding(verdict: .unknown, subject: subject, text: text, remedy: nil)
    }

    var line: String {
        let mark = verdict.rawValue.padded(to: 4)
        return "\(mark) \(subject.padded(to: 13)) \(text)" + (remedy.map { " -> \($0)" } ?? "")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
