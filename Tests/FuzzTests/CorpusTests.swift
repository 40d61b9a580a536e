import FoundationEssentials
import Testing

/// What the fuzzers have found worth keeping, tried out once each. One at a time: the requests share a thread's state.
@Suite(.serialized)
struct CorpusTests {
    @Test("each input that the fuzzers kept is harmless", arguments: FuzzTarget.allCases)
    func corpus(_ target: FuzzTarget) throws {
        let folder = "\(#filePath.prefix { $0 != "." })".replacing("CorpusTests", with: "corpus/\(target.rawValue)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count >= 20)
        for name in names {
            let input = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            do throws(Finding) {
                try target.tryOut(Array(input))
            } catch {
                Issue.record("\(target.rawValue)/\(name): \(error)")
            }
        }
    }
}
