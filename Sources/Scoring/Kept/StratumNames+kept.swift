import Reels

extension StratumNames {
    func write(to writer: inout ColumnWriter) throws {
        try surfaces.write(to: &writer)
        try sources.write(to: &writer)
    }

    init(from reader: inout ColumnReader) throws {
        let surfaces = try TextDictionary(from: &reader)
        self.init(surfaces: surfaces, sources: try TextDictionary(from: &reader))
    }
}
