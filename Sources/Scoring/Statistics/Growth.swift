/// Views gathered in a time, compared exactly: a velocity that is never divided out.
struct Growth {
    /// Not negative.
    let views: Int64
    /// In microseconds; positive.
    let age: Int64

    /// Whether this velocity is strictly smaller: `V_j * a < V * a_j`, in integers of 128 bits.
    func isSlower(than other: Growth) -> Bool {
        let (mine, theirs) = (views.multipliedFullWidth(by: other.age), other.views.multipliedFullWidth(by: age))
        return mine.high == theirs.high ? mine.low < theirs.low : mine.high < theirs.high
    }
}
