/// Gathers for each age of a grid the views that reels had at about that age, one of each reel.
struct ViewsByAge {
    private let ages: [Int64]
    private var views: [[Int64]]
    /// The age of the sighting that stands for the current reel at each age of the grid; 0 where none does.
    private var standIns: [Int64]
    /// The ages of the grid at which one does.
    private var touched = 0..<0

    /// `ages` ascend, in microseconds.
    init(ages: [Int64]) {
        self.ages = ages
        views = ages.map { _ in [] }
        standIns = ages.map { _ in 0 }
    }

    /// Each age of the grid with the views that were seen at it.
    var all: some Sequence<(Int64, [Int64])> { zip(ages, views) }

    /// Takes in a sighting of the current reel at `age`, in microseconds. Its sightings come in the order of their ages.
    mutating func note(age: Int64, views seen: Int64) {
        guard age > 0 else { return }
        var place = firstPlace(from: age)
        while place < ages.count, 4 * ages[place] <= 5 * age {
            if standIns[place] == 0 {
                views[place].append(seen)
                standIns[place] = age
            } else if Self.isNearer(age, than: standIns[place], to: ages[place]) {
                views[place][views[place].count - 1] = seen
                standIns[place] = age
            }
            place += 1
            touched = (touched.isEmpty ? place - 1 : touched.lowerBound)..<max(touched.upperBound, place)
        }
    }

    /// The next sighting is another reel's.
    mutating func endReel() {
        for place in touched { standIns[place] = 0 }
        touched = 0..<0
    }

    /// The first age that is at least `age / 1.25`.
    private func firstPlace(from age: Int64) -> Int {
        var (low, high) = (0, ages.count)
        while low < high {
            let middle = (low + high) / 2
            if 5 * ages[middle] < 4 * age { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the later of two ages is nearer in ratio: `age / target < target / earlier`.
    private static func isNearer(_ age: Int64, than earlier: Int64, to target: Int64) -> Bool {
        let (mine, theirs) = (age.multipliedFullWidth(by: earlier), target.multipliedFullWidth(by: target))
        return mine.high == theirs.high ? mine.low < theirs.low : mine.high < theirs.high
    }
}
