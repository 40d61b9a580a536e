import Reels

/// A run in words. Its texts come from Apify and from configuration files, so they are shown as strangers' are.
extension Run {
    /// How far it has come or how it ended: `Fetching 500 of 1 200`, `Succeeded`.
    var stateWords: String {
        switch state {
        case .queued, .running: activeWords
        case .succeeded: "Succeeded"
        case .empty: "Empty"
        case .partial: "Partial"
        case .failed: "Failed"
        }
    }

    /// What that means for the data.
    var meaning: String {
        switch state {
        case .queued, .running: activeMeaning
        case .succeeded where counts.observed == 0: "All that it brought was known already."
        case .succeeded: "What it saw is on the pages."
        case .empty where counts.received == 0: "It brought nothing. The reels on show stay as they were."
        case .empty: "None of its items is a reel. The reels on show stay as they were."
        case .partial: "It was cut short. What it had seen by then is kept and on the pages."
        case .failed: "It changed nothing on the pages: the reels on show stay as they were."
        }
    }

    /// What it is doing; nil once it has ended, and where only the process that does it knows.
    var stage: RunProgress.Stage? {
        guard state.isActive else { return nil }
        return progress?.stage ?? (state == .queued ? .queued : nil)
    }

    private var activeWords: String {
        switch stage {
        case .queued: "Queued"
        case .starting: "Starting at Apify"
        case .remote: "Waiting for Apify"
        case .fetching: "Fetching" + fetchedWords
        case .storing: "Storing"
        case nil: source == .import ? "Importing" : "Running"
        }
    }

    private var activeMeaning: String {
        switch stage {
        case .queued: "It begins when its turn comes."
        case .starting: "Apify is asked to start the actor."
        case .remote(let status): remoteMeaning(status)
        case .fetching: "The items that are here already are kept, whatever happens next."
        case .storing: "The items become observations, and then the pages show them."
        case nil: "What it brings is on the pages when it has ended."
        }
    }

    private func remoteMeaning(_ status: String) -> String {
        let words = ShownText(status, limit: 40).map { "Apify says \($0.isolated). " } ?? ""
        return words + "The items are fetched when the actor has ended."
    }

    private var fetchedWords: String {
        guard let progress, progress.itemsFetched > 0 || progress.itemsTotal != nil else { return "" }
        let fetched = Figures.whole(progress.itemsFetched)
        return progress.itemsTotal.map { " \(fetched) of \(Figures.whole($0))" } ?? ", \(fetched) so far"
    }
}

extension Run {
    /// `took 42 s`, `42 s so far`; nil where nobody knows when it ended.
    func durationWords(now: Instant) -> String? {
        duration(now: now).map { state.isActive ? $0 + " so far" : "took " + $0 }
    }

    /// From its start to its end, or to now while it goes on. Clocks of two machines may differ, so it is never below
    /// zero.
    func duration(now: Instant) -> String? {
        guard let end = state.isActive ? now : finishedAt else { return nil }
        return Figures.duration(microseconds: max(0, end.microseconds(since: startedAt)))
    }

    /// What it cost, as far as that is known.
    var costWords: String? {
        if source == .import { return "none" }
        if let costUSD { return Figures.dollars(costUSD) }
        return apifyRunID == nil ? nil : "not settled yet"
    }

    var shownFeed: ShownText? { ShownText(feed, limit: 60) }

    /// Where its items come from.
    var sourceWords: String {
        switch source {
        case .apify: "Apify"
        case .import: "Import"
        }
    }
}
