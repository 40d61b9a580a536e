import DatabaseProxy
import System

extension Trial {
    /// Runs the program, and breaks its connection off at the step of that number: it lives on, and knows only that.
    package func cut(at step: Int) throws -> Disturbed {
        let seen = Lock<String?>(nil)
        course.begin { number, what in
            guard number == step else { return .pass }
            seen.withLock { $0 = "\(what)" }
            return .cut
        }
        let program = try start()
        return Disturbed(program: program, ending: try program.end(), step: seen.withLock { $0 })
    }
}

extension Trial {
    /// Runs the program, and kills it so long after its start, wherever it is.
    package func kill(after delay: Duration) throws -> Disturbed {
        course.begin()
        let program = try start()
        Thread.pause(for: delay)
        try program.kill()
        return Disturbed(program: program, ending: try program.end(), step: "after \(delay)")
    }
}
