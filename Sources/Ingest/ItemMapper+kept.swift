import Apify
import Storage

extension ItemMapper {
    /// Longer items are rejected.
    static let maximumItemLength = 65_536

    /// What an item that was kept tells.
    func outcome(of item: KeptItem) -> IncomingItem.Outcome {
        guard item.sha256 == nil else { return Self.tooLong(byteCount: Int(item.length)) }
        return outcome(of: item.bytes)
    }

    /// What the bytes of an item tell.
    func outcome(of bytes: [UInt8]) -> IncomingItem.Outcome {
        do throws(ItemRejection) {
            return .sighting(try observation(from: bytes))
        } catch {
            return IncomingItem.Outcome(error)
        }
    }

    static func tooLong(byteCount: Int) -> IncomingItem.Outcome {
        IncomingItem.Outcome(.tooLarge(byteCount: byteCount, maximumLength: maximumItemLength))
    }
}
