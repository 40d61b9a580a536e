extension ScoredReel {
    /// Why the reel is in the list of breakouts, in the words that ``Change`` has for a new one; meant for a reel that is
    /// listed.
    public var breakoutReason: String { Standing(self).breakoutReason }
}
