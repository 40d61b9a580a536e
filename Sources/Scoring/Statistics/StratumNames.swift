import Reels

/// The names by which strata are stored.
public struct StratumNames: Sendable {
    private(set) var surfaces = TextDictionary()
    private(set) var sources = TextDictionary()
    /// Of each of `sources`; nil where the name is none of ours.
    private var viewsSources: [ViewsSource?] = []

    /// None yet.
    init() {}

    /// Of these names, each with the number that it has there.
    init(surfaces: TextDictionary, sources: TextDictionary) {
        self.surfaces = surfaces
        self.sources = sources
        viewsSources = (0..<Int32(sources.count)).map { ViewsSource(rawValue: sources[$0]) }
    }

    /// The stratum whose names `viewsSource` and `surface` append, one after the other, to the bytes that they are given. Nil
    /// where one is null, or the first is the name of no field that this program knows: it then compares with none.
    public mutating func stratum(
        viewsSource: (inout [UInt8]) throws -> Bool, surface: (inout [UInt8]) throws -> Bool
    ) rethrows -> Stratum? {
        let source = try sources.number(viewsSource)
        let place = try surfaces.number(surface)
        guard let source, let place else { return nil }
        if source == viewsSources.count { viewsSources.append(ViewsSource(rawValue: sources[source])) }
        return viewsSources[Int(source)].map { Stratum(surface: UInt16(clamping: place), viewsSource: $0) }
    }
}
