import DatabaseProxy
package import System

extension Trial {
    /// A program that was disturbed, and at what; nil where it never came so far.
    package struct Disturbed: Sendable {
        package let program: IngestProgram
        package let ending: ChildProcess.Ending
        package let step: String?

        package init(program: IngestProgram, ending: ChildProcess.Ending, step: String?) {
            self.program = program
            self.ending = ending
            self.step = step
        }
    }

    /// Runs the program, kills it when it comes to the step of that number, and returns when it is gone. What it asked for is not
    /// done, and what was done is not told.
    package func kill(_ arguments: [String] = ["run"], at step: Int) throws -> Disturbed {
        let program = Lock<IngestProgram?>(nil)
        let seen = Lock<String?>(nil)
        course.begin { number, what in
            if seen.withLock({ $0 != nil }) { return .cut }
            guard number == step else { return .pass }
            seen.withLock { $0 = "\(what)" }
            // Should that fail, the program is seen to end in another way than by this.
            try? program.wait { $0 }?.kill()
            return .cut
        }
        let started = try start(arguments)
        program.withLock { $0 = started }
        return Disturbed(program: started, ending: try started.end(), step: seen.withLock { $0 })
    }

    /// Runs the program, and restarts PostgreSQL when it comes to the step of that number. Of a statement that was done, the
    /// program is not told.
    package func restart(_ database: PrivateDatabase, at step: Int) throws -> Disturbed {
        let restart = Lock(Restart.none)
        let seen = Lock<String?>(nil)
        course.begin { number, what in
            guard number == step else { return .pass }
            seen.withLock { $0 = "\(what)" }
            restart.withLock { $0 = .underWay }
            let result = Result { try database.restart() }
            restart.withLock { $0 = .done(result) }
            if case .database(.answer) = what { return .cut }
            return .pass
        }
        let started = try start()
        let ending = try started.end()
        // The program may give up before the server is back.
        try restart.wait { $0.outcome }?.get()
        return Disturbed(program: started, ending: ending, step: seen.withLock { $0 })
    }

    private enum Restart {
        case none, underWay
        case done(Result<Void, any Error>)

        /// Nil while there is none.
        var outcome: Result<Void, any Error>? {
            switch self {
            case .none: .success(())
            case .underWay: nil
            case .done(let result): result
            }
        }
    }
}
