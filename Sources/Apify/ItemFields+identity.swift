internal import Reels

extension ItemFields {
    /// The key of the reel. Rows without an id are the actor's errors, or broken.
    func key(on platform: Platform) throws(ItemRejection) -> ReelKey {
        guard let identifier = identifier(on: platform) else {
            try refuseErrorRow()
            throw missingID(on: platform)
        }
        guard Self.isUsable(identifier) else {
            throw ItemRejection(
                .badID, "id is \(ShownValue(identifier)), not 1 to 255 printable characters without space or /")
        }
        return ReelKey(reelID: identifier, platform: platform)
    }

    /// The id, nil where the item has none or one that no key can be made of.
    func usableID(on platform: Platform) -> String? {
        identifier(on: platform).flatMap { Self.isUsable($0) ? $0 : nil }
    }

    private func identifier(on platform: Platform) -> String? {
        name("id") ?? (platform == .tiktok ? lastDigits(of: "webVideoUrl") : nil)
    }

    private func missingID(on platform: Platform) -> ItemRejection {
        guard platform == .tiktok, let address = self["webVideoUrl"] else {
            return ItemRejection(.missingID, "id is missing")
        }
        return ItemRejection(.missingID, "id is missing, and webVideoUrl \(ShownValue(address)) does not end in one")
    }

    /// An id stands in addresses and keys: printable ASCII without space and `/`, and no `.` or `..`, which an address
    /// would swallow.
    private static func isUsable(_ identifier: String) -> Bool {
        identifier.utf8.count <= 255 && identifier != "." && identifier != ".."
            && identifier.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    }

    /// The last part of an address's path, where it is digits: a table export has no other id.
    private func lastDigits(of name: String) -> String? {
        guard let address = text(name) else { return nil }
        let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let last = path.split(separator: UInt8(ascii: "/")).last, last.allSatisfy(JSONByte.isDigit) else {
            return nil
        }
        return String(Substring(last))
    }

    /// The address under `name` if it is one to link to. `known` is the platform's own pattern, for where it is not.
    func address(_ name: String, on platform: Platform, known: String?) -> String? {
        let received = text(name).flatMap { ReelAddress($0, platform: platform) }
        return (received ?? known.flatMap { ReelAddress($0, platform: platform) })?.text
    }
}

extension StringProtocol {
    /// Letters, digits, `-` and `_`: what the platforms make the codes in their addresses of.
    var isAddressCode: Bool {
        !isEmpty
            && utf8.allSatisfy {
                JSONByte.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}
