import Reels
import Scoring
import System

/// Which reels a reel's growth is drawn against.
struct GrowthQuestion: Hashable {
    let platform: Platform
    let window: Window
    let stratum: Stratum
}

extension Edition {
    /// More kinds of counts than there ever are.
    private static let mostGrowthBands = 32

    /// What the reels of a window had gained at each age. Computed at the first use, and kept; nil where there is no data.
    func growthBand(_ question: GrowthQuestion) -> GrowthBand? {
        if let kept = growthBands.withLock({ $0[question] }) { return kept }
        // Outside the lock: two threads may both compute, which costs less than all waiting for one.
        let band = snapshot[question.platform]?.growthBand(window: question.window, stratum: question.stratum)
        growthBands.withLock { bands in
            if bands.count >= Self.mostGrowthBands { bands.removeAll() }
            bands[question] = band
        }
        return band
    }
}
