import System

/// Encoded answers of one snapshot by their canonical question, up to a number of bytes; those that were not asked
/// for the longest go first. Shared by all threads.
package final class AnswerCache: Sendable {
    private struct Entry {
        let representation: Representation
        var lastUse: UInt64
    }

    private struct Shelf {
        var entries: [String: Entry] = [:]
        var cost = 0
        var uses: UInt64 = 0
    }

    private let capacity: Int
    private let mostEntries: Int
    private let shelf = Lock(Shelf())

    /// - Parameter capacity: bytes of all bodies together.
    package init(capacity: Int = 32 << 20, mostEntries: Int = 256) {
        self.capacity = capacity
        self.mostEntries = mostEntries
    }

    /// The answer kept as `key`.
    package subscript(key: String) -> Representation? {
        shelf.withLock { shelf in
            shelf.uses += 1
            shelf.entries[key]?.lastUse = shelf.uses
            return shelf.entries[key]?.representation
        }
    }

    /// Keeps `representation` as `key`, unless it alone would fill the shelf.
    package func keep(_ representation: Representation, as key: String) {
        guard representation.cost <= capacity / 2 else { return }
        shelf.withLock { shelf in
            shelf.uses += 1
            let replaced = shelf.entries.updateValue(
                Entry(representation: representation, lastUse: shelf.uses), forKey: key)
            shelf.cost += representation.cost - (replaced?.representation.cost ?? 0)
            while shelf.cost > capacity || shelf.entries.count > mostEntries {
                guard let oldest = shelf.entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
                shelf.entries[oldest.key] = nil
                shelf.cost -= oldest.value.representation.cost
            }
        }
    }
}
