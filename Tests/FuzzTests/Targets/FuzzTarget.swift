/// A part of ShortPulse that strangers' bytes reach, and what has to be true of it for any bytes. That it never traps is
/// looked at by whoever runs it.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// Cutting a dataset into items, and mapping them.
    case item
    /// What an address asks for.
    case query
    /// What a web server sends.
    case request
    /// Where a page of an answer ended.
    case cursor
    /// Strangers' text in a page, a feed and a drawing.
    case escaper

    /// Tries `input` out. Throws ``Finding`` for what must not be.
    package func tryOut(_ input: [UInt8]) throws(Finding) {
        switch self {
        case .item: try ItemTarget.tryOut(input)
        case .query: try QueryTarget.tryOut(input)
        case .request: try RequestTarget.tryOut(input)
        case .cursor: try CursorTarget.tryOut(input)
        case .escaper: try EscaperTarget.tryOut(input)
        }
    }
}

/// What must not be, and is.
package struct Finding: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// Throws a ``Finding`` unless `holds`.
func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(Finding) {
    if !holds { throw Finding(what()) }
}
