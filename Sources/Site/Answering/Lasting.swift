import Reels

/// How long a request leads to the same answer of one edition.
enum Lasting {
    /// It is to be read each time.
    case unknown
    /// Until then; nil is as long as the edition is the present one.
    case until(Instant?)
}
