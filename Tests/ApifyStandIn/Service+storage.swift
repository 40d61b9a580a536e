import System

extension Service {
    func getDataset(_ id: String) -> Answer {
        let answer = account.withLock { account in
            account.withRun(where: { $0.datasetID == id }) { run -> String? in
                run.advance()
                return run.datasetJSON
            }
        }
        return answer.map { Self.data(200, $0) } ?? .error(404, "record-not-found", "Dataset was not found")
    }

    func listItems(_ dataset: String, _ head: RequestHead) -> Answer {
        do throws(Refusal) {
            let page = try DatasetPage(offset: number("offset", head) ?? 0, limit: limit(head), head)
            let held = account.withLock { account in
                account.withRun(where: { $0.datasetID == dataset }) { ($0.countItems(), $0.script.items) }
            }
            guard let (total, items) = held else {
                return .error(404, "record-not-found", "Dataset was not found")
            }
            // Without the lock: making items may take its time.
            return page.answer(items, total: total)
        } catch {
            return error.answer
        }
    }

    func getRecord(_ store: String, _ key: String) -> Answer {
        let run = account.withLock { $0.runs.first { $0.started.storeID == store }?.started }
        guard key == "INPUT", let run, let input = run.input else {
            return .error(404, "record-not-found", "Record was not found")
        }
        return Answer(200, type: run.inputType, body: input)
    }
}
