import Reels

/// The metrics of a row that need no other row.
extension ReelStates {
    /// Views an hour over the reel's life.
    func viewsPerHour(_ row: Int) -> Double {
        Formulas.viewsPerHour(views: views[row], age: Formulas.age(publishedAt: publishTime[row], asOf: asOf))
    }

    /// See ``Formulas/engagementRate(likes:comments:sharesOrSaves:views:)``; nil where likes are hidden.
    func engagementRate(_ row: Int) -> Double? {
        Formulas.engagementRate(
            likes: likes[row].value, comments: comments[row].value, sharesOrSaves: sharesOrSaves[row].value,
            views: views[row])
    }
}
