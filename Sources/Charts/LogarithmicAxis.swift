import Glibc

/// Where a positive number stands between two others, by its logarithm.
struct LogarithmicAxis {
    let lower: Double
    let upper: Double
    /// Numbers that are named beside the axis, ascending.
    let ticks: [Double]

    /// Room for `values`, which are positive, and at least for a ratio of `leastRatio` about them; a little is left free at both
    /// ends. Of `ticks`, ascending, those within are named, at most about six.
    init(spanning values: [Double], leastRatio: Double, ticks: [Double]) {
        let (least, most) = (values.min() ?? 1, values.max() ?? 1)
        let lacking = max(1, leastRatio / (most / least)).squareRoot()
        let free = pow(most / least * lacking * lacking, 0.04)
        lower = least / lacking / free
        upper = most * lacking * free
        let (lower, upper) = (lower, upper)
        let within = ticks.filter { $0 >= lower && $0 <= upper }
        let step = (within.count + Self.mostTicks - 1) / Self.mostTicks
        self.ticks = within.enumerated().filter { $0.offset % max(1, step) == 0 }.map(\.element)
    }

    private static let mostTicks = 6

    /// 1, 2, 5, 10, 20, 50 ...
    static func oneTwoFive(upTo most: Double) -> [Double] {
        var ticks: [Double] = []
        var power = 1.0
        while power <= most {
            ticks += [power, 2 * power, 5 * power]
            power *= 10
        }
        return ticks
    }

    /// 0 at the lower end to 100 at the upper one.
    func percent(_ value: Double) -> Double {
        100 * log(max(value, lower) / lower) / log(upper / lower)
    }
}
