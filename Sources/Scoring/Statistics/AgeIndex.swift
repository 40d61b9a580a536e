/// Finds places among ascending ages in constant time where they are spread evenly, in logarithmic time otherwise.
struct AgeIndex {
    private let ages: [Int64]
    /// The place of the first age of each bucket or of a later one; one entry more than there are buckets.
    private var starts: [Int] = []
    private let width: Int64

    /// About one bucket an age. `ages` ascend and are not empty.
    init(ascending ages: [Int64]) {
        self.ages = ages
        width = (ages[ages.count - 1] - ages[0]) / Int64(ages.count) + 1
        let buckets = (ages[ages.count - 1] - ages[0]) / width + 1
        starts.reserveCapacity(Int(buckets) + 1)
        for (place, age) in ages.enumerated() {
            let bucket = (age - ages[0]) / width
            while starts.count <= bucket { starts.append(place) }
        }
        starts.append(ages.count)
    }

    /// How many ages are smaller than `age`.
    func countBelow(_ age: Int64) -> Int {
        guard age > ages[0] else { return 0 }
        let bucket = (age - ages[0]) / width
        guard bucket < starts.count - 1 else { return ages.count }
        var (low, high) = (starts[Int(bucket)], starts[Int(bucket) + 1])
        while low < high {
            let middle = (low + high) / 2
            if ages[middle] < age { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
