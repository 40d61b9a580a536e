import Markup
import Scoring

/// What is exceptional about a reel, each in a word or two. Only `Top` is amber.
enum Badge: Equatable {
    case top
    case confirmed
    case candidate
    /// In the quadrant, and not seen for more than a day; so long.
    case unseen(hours: Double)
    /// It broke out since the run before.
    case new
    case reaccelerating
    /// Views far above those of its cohort.
    case outlier
    /// So many times what its creator's reels usually have.
    case creator(CreatorMultiplierClass)
    case likesHidden
    /// It would be rated at its age, had enough others been seen at that age.
    case fewPeers
    case countFell
    case dateApproximate

    /// What it says.
    var words: String {
        switch self {
        case .top: "Top"
        case .confirmed: "Confirmed"
        case .candidate: "Candidate"
        case .unseen(let hours): "Unseen " + Figures.days(hours: hours)
        case .new: "New"
        case .reaccelerating: "Re-accelerating"
        case .outlier: "Outlier"
        case .creator(let multiple): "\(multiple.rawValue)x creator"
        case .likesHidden: "Likes hidden"
        case .fewPeers: "Few peers"
        case .countFell: "Count fell"
        case .dateApproximate: "Date approximate"
        }
    }

    /// The badge beside a reel.
    var view: Node { span(classes) { words } }

    private var classes: Attribute {
        switch self {
        case .top: .class("badge badge-top")
        case .confirmed: .class("badge badge-confirmed")
        case .candidate, .new, .reaccelerating: .class("badge badge-breakout")
        default: .class("badge")
        }
    }
}

extension ScoredReel {
    /// Its badges, what matters most first.
    ///
    /// - Parameter isNew: whether it broke out since the run before.
    func badgeList(isNew: Bool = false) -> [Badge] {
        let interval = interval
        return [
            isTopPerformer ? .top : nil, stateBadge, isNew ? .new : nil, isReaccelerating ? .reaccelerating : nil,
            isOutlier == true ? .outlier : nil,
            creatorMultiplier.flatMap(CreatorMultiplierClass.init(multiplier:)).map(Badge.creator),
            likes == nil ? .likesHidden : nil,
            // Of others it says little: most reels of a new installation have few.
            breakoutState == .candidate && equalAge?.hasFewPeers == true ? .fewPeers : nil,
            interval?.movement == .fell ? .countFell : nil, publishTimeIsExact ? nil : .dateApproximate,
        ].compactMap { $0 }
    }

    /// Its badges in a row; nothing where there are none.
    @MarkupBuilder
    func badges(isNew: Bool) -> Node {
        let badges = badgeList(isNew: isNew)
        if !badges.isEmpty {
            span(.class("badges")) {
                for badge in badges { badge.view }
            }
        }
    }

    /// Its badges in a row, where nothing is known of the run before.
    var badges: Node { badges(isNew: false) }

    /// What is exceptional, in words.
    var badgeWords: [String] { badgeList().map(\.words) }

    private var stateBadge: Badge? {
        switch breakoutState {
        case .confirmed: .confirmed
        case .candidate: .candidate
        case .unseen: .unseen(hours: freshness.seenHoursAgo)
        case nil: nil
        }
    }
}
